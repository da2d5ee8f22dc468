package visor.tool.invoke_test

import data.visor.tool.invoke

test_every_tool_may_be_called if {
	invoke == {"allowed": true} with input as {
		"tool": {"serverName": "github", "methodName": "issue_delete"},
		"actor": {"login": "alice", "roles": []},
	}
}
