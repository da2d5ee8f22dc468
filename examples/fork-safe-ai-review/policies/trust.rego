# METADATA
# title: Whose change it is
# description: >-
#   A change is as trusted as the least of those behind it: the author, whoever pushed the head, whoever ran the workflow
#   again. A maintainer who pushes to a stranger's pull request does not make it theirs.
# scope: package
package visor.trust

everybody := array.concat([input.actor], object.get(input, "others", []))

maintainer if {
	every person in everybody {
		"maintainer" in person.roles
	}
}

insider if {
	every person in everybody {
		count({role | some role in person.roles} & {"developer", "maintainer"}) > 0
	}
}
