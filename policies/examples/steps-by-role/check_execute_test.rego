package visor.check.execute_test

import data.visor.check.execute

developers := {"id": "build", "policy": {"require": ["developer", "release-manager"]}}

in_ci(roles) := {"login": "alice", "roles": roles, "isLocalMode": false}

at_home(roles) := {"login": "alice", "roles": roles, "isLocalMode": true}

no_role := "none of your roles may run this step"

denied := "one of your roles is in the deny list of this step"

table := [
	{"name": "an admin may run anything", "check": {"id": "lint"}, "actor": in_ci(["admin"]), "allowed": true},
	{"name": "an admin needs no other role", "check": developers, "actor": in_ci(["admin"]), "allowed": true},
	{"name": "one of the required roles", "check": developers, "actor": in_ci(["release-manager"]), "allowed": true},
	{
		"name": "none of the required roles",
		"check": developers, "actor": in_ci(["external"]),
		"allowed": false, "reason": no_role,
	},
	{
		"name": "require as a single name",
		"check": {"id": "build", "policy": {"require": "developer"}}, "actor": in_ci(["developer"]),
		"allowed": true,
	},
	{
		"name": "a step that asks for nobody is for admins in CI",
		"check": {"id": "lint"}, "actor": in_ci(["developer"]),
		"allowed": false, "reason": no_role,
	},
	{"name": "and for everyone at home", "check": {"id": "lint"}, "actor": at_home([]), "allowed": true},
	{
		"name": "home does not open a step that asks for a role",
		"check": developers, "actor": at_home([]),
		"allowed": false, "reason": no_role,
	},
	{
		"name": "deny binds admins too",
		"check": {"id": "build", "policy": {"deny": ["external"]}}, "actor": in_ci(["admin", "external"]),
		"allowed": false, "reason": denied,
	},
	{
		"name": "deny stands over require",
		"check": {"id": "build", "policy": {"require": "developer", "deny": ["external"]}},
		"actor": in_ci(["developer", "external"]),
		"allowed": false, "reason": denied,
	},
]

test_table[row.name] if {
	some row in table
	allowed := execute.allowed with input as {"check": row.check, "actor": row.actor}
	allowed == row.allowed
	reasons := [reason | reason := execute.reason with input as {"check": row.check, "actor": row.actor}]
	reasons == [reason | reason := row.reason]
}
