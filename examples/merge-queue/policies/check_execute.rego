# METADATA
# title: Infrastructure is for maintainers
# description: >-
#   Whoever is behind a change to a file below infra/ has to be a maintainer when it is merged. In a merge group this is
#   asked of each pull request by itself, and all of them have to be allowed.
# scope: package
package visor.check.execute

default allowed := false

allowed if {
	input.check.id
	count(objections) == 0
}

# Where nobody could read the files there is no list, and a rule about paths alone would be silent.
objections contains "nobody knows which files it changes" if not knows_files

objections contains concat("", ["only maintainers change ", path]) if {
	some path in touched
	startswith(path, "infra/")
	not all_maintainers
}

knows_files if is_array(input.pullRequest.files)

# A file that is moved away has its old place in `previousPath` alone.
touched contains file.path if some file in input.pullRequest.files

touched contains file.previousPath if some file in input.pullRequest.files

# The author, and whoever pushed the head or ran the workflow again.
all_maintainers if {
	every person in array.concat([input.actor], object.get(input, "others", [])) {
		"maintainer" in person.roles
	}
}

reasons := objections
