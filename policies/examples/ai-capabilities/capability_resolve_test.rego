package visor.capability.resolve_test

import data.visor.capability.resolve

someone(roles) := {"scope": "capability.resolve", "actor": {"login": "alice", "roles": roles}}

nothing_but_reading := {"allowEdit": false, "allowBash": false, "allowedTools": ["search_*", "get_*"]}

test_developers_and_admins_keep_what_the_config_gives if {
	resolve.capabilities == {} with input as someone(["developer"])
	resolve.capabilities == {} with input as someone(["admin"])
}

test_others_do_not_edit if {
	resolve.capabilities == {"allowEdit": false} with input as someone(["translator"])
}

test_external_contributors_read if {
	resolve.capabilities == nothing_but_reading with input as someone(["external"])
}

test_strangers_read if {
	resolve.capabilities == nothing_but_reading with input as someone([])
}

test_people_of_whom_nothing_is_known_read if {
	resolve.capabilities == nothing_but_reading with input as {"scope": "capability.resolve"}
}

# A role on top of another one gives back nothing that the other one costs.
test_an_external_developer_edits_without_a_shell if {
	resolve.capabilities == {"allowBash": false, "allowedTools": ["search_*", "get_*"]} with input as someone([
		"developer",
		"external",
	])
}
