# METADATA
# title: A preview by comment
# description: >-
#   Who comments is who is judged here (`input.actor` is the commenter), and whose code it is has to be asked as well:
#   a deployment has secrets, and a fork's code is nobody's whom we know.
# scope: package
package visor.deploy.preview

default allowed := false

allowed if count(objections) == 0

objections contains "only people who may write here deploy by comment" if not all_developers

objections contains "code from a fork is not deployed" if not is_ours

# Written as what has to be there: where nobody knows, it does not hold.
is_ours if input.pullRequest.fork == false

all_developers if {
	every person in array.concat([input.actor], object.get(input, "others", [])) {
		"developer" in person.roles
	}
}

reasons := objections
