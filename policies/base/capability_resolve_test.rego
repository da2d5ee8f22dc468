package visor.capability.resolve_test

import data.visor.capability.resolve

test_nothing_is_taken_away if {
	resolve == {"capabilities": {}} with input as {
		"capability": {"allowEdit": true, "allowBash": true},
		"actor": {"login": "alice", "roles": []},
	}
}
