package visor.tool.invoke_test

import data.visor.tool.invoke

call(method, roles) := {
	"tool": {"serverName": "github", "methodName": method, "transport": "stdio"},
	"actor": {"login": "alice", "roles": roles},
}

test_everyone_may_search if {
	invoke.allowed with input as call("search_issues", [])
	not invoke.reason with input as call("search_issues", [])
}

test_only_admins_delete if {
	invoke.allowed with input as call("issue_delete", ["admin"])
	not invoke.allowed with input as call("issue_delete", ["developer"])
	invoke.reason == "github/issue_delete deletes, which is for admins" with input as call("issue_delete", ["developer"])
}

test_upper_case_is_no_way_round if {
	not invoke.allowed with input as call("issue_DELETE", ["developer"])
}

test_a_call_without_a_name_is_not_allowed if {
	not invoke.allowed with input as {"tool": {"serverName": "github"}, "actor": {"roles": []}}
}
