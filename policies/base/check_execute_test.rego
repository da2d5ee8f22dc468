package visor.check.execute_test

import data.visor.check.execute

# What alice, with these roles, is told of the step "deploy" with this policy.
answer(policy, roles) := result if {
	result := shown with input as {
		"check": {"id": "deploy", "policy": policy},
		"actor": {"login": "alice", "roles": roles},
	}
}

shown := {"allowed": execute.allowed} if {
	not execute.reason
} else := {"allowed": execute.allowed, "reason": execute.reason}

yes := {"allowed": true}

no(reason) := {"allowed": false, "reason": reason}

table := [
	{
		"name": "the one required role is there",
		"policy": {"require": "admin"}, "roles": ["admin"],
		"expect": yes,
	},
	{
		"name": "the one required role is not there",
		"policy": {"require": "admin"}, "roles": ["developer"],
		"expect": no(`needs the role admin; alice has developer`),
	},
	{
		"name": "an actor without roles",
		"policy": {"require": "admin"}, "roles": [],
		"expect": no(`needs the role admin; alice has no role`),
	},
	{
		"name": "any role of the list is enough",
		"policy": {"require": ["admin", "developer"]}, "roles": ["external", "developer"],
		"expect": yes,
	},
	{
		"name": "no role of the list",
		"policy": {"require": ["admin", "developer"]}, "roles": ["external", "guest"],
		"expect": no(`needs one of the roles admin, developer; alice has external, guest`),
	},
	{
		"name": "a list of one role reads like the role",
		"policy": {"require": ["admin"]}, "roles": ["developer"],
		"expect": no(`needs the role admin; alice has developer`),
	},
	{
		"name": "a denied role",
		"policy": {"deny": ["external"]}, "roles": ["external"],
		"expect": no(`role external is in the deny list of this step; alice has external`),
	},
	{
		"name": "two denied roles",
		"policy": {"deny": ["guest", "external"]}, "roles": ["external", "guest"],
		"expect": no(`roles external, guest are in the deny list of this step; alice has external, guest`),
	},
	{
		"name": "deny stands over require",
		"policy": {"require": "developer", "deny": ["external"]}, "roles": ["developer", "external"],
		"expect": no(`role external is in the deny list of this step; alice has developer, external`),
	},
	{
		"name": "not denied, but not what is required either",
		"policy": {"require": "developer", "deny": ["external"]}, "roles": ["guest"],
		"expect": no(`needs the role developer; alice has guest`),
	},
	{
		"name": "deny alone lets everyone else through",
		"policy": {"deny": ["external"]}, "roles": [],
		"expect": yes,
	},
	{
		"name": "an empty deny list denies nobody",
		"policy": {"deny": []}, "roles": ["external"],
		"expect": yes,
	},
	{
		"name": "a policy that says nothing",
		"policy": {}, "roles": [],
		"expect": yes,
	},
	{
		"name": "role names are compared exactly",
		"policy": {"require": "admin"}, "roles": ["Admin", "admin "],
		"expect": no(`needs the role admin; alice has Admin, admin `),
	},
]

test_table[row.name] if {
	some row in table
	answer(row.policy, row.roles) == row.expect
}

test_a_step_without_a_policy_may_run if {
	shown == yes with input as {"check": {"id": "lint"}, "actor": {"login": "alice", "roles": []}}
}

# The roles decide nothing there, so that it does not matter that nobody knows them.
test_a_step_without_a_policy_may_run_whoever_asks if {
	shown == yes with input as {"check": {"id": "lint"}}
}

no_role := `the step has a "require" that names no role`

test_an_odd_require_allows_nobody if {
	scalars := ["", 3, 0, null, true, false]
	others := [[], {}, {"admin": true}, [""], ["admin", 3], ["admin", null], [["admin"]]]
	every require in array.concat(scalars, others) {
		every roles in [[], ["admin"], [""], [3], ["admin", "3"]] {
			answer({"require": require}, roles) == no(no_role)
		}
	}
}

no_list := `the step has a "deny" that is not a list of role names`

test_an_odd_deny_allows_nobody if {
	every deny in ["", "external", {}, {"external": true}, 3, null, true, false, [""], [3], ["external", null]] {
		every require in ["admin", ["admin"], ""] {
			answer({"require": require, "deny": deny}, ["admin"]) == no(no_list)
		}
		answer({"deny": deny}, ["admin"]) == no(no_list)
	}
}

no_object := `the step has a "policy" that is not an object`

test_an_odd_policy_allows_nobody if {
	every policy in ["", "admin", [], ["require"], 3, null, true, false] {
		answer(policy, ["admin"]) == no(no_object)
	}
}

unknown := `the step cannot be judged: the roles of the actor are not known`

test_odd_roles_prove_nothing if {
	every roles in ["", "admin", {}, {"admin": true}, 3, null, true, false, [""], ["admin", 3]] {
		every policy in [{"require": "admin"}, {"deny": ["external"]}, {}] {
			answer(policy, roles) == no(unknown)
		}
	}
}

test_roles_that_are_not_there_prove_nothing if {
	shown == no(unknown) with input as {"check": {"id": "deploy", "policy": {"deny": ["external"]}}}
}

test_no_step_no_permission if {
	every document in [{}, [], "check", 3, null, true, {"check": null}, {"check": []}, {"check": "deploy"}] {
		shown == no("the input names no step") with input as document
	}
}

test_no_input_no_permission if {
	shown == no("the input names no step")
}

test_nameless_people if {
	shown == no("needs the role admin; the actor has developer") with input as {
		"check": {"policy": {"require": "admin"}},
		"actor": {"roles": ["developer"]},
	}
}

# What alice, an admin and a developer, is told while these people are behind the run as well.
beside(policy, others) := result if {
	result := shown with input as {
		"check": {"id": "deploy", "policy": policy},
		"actor": {"login": "alice", "roles": ["admin", "developer"]},
		"others": others,
	}
}

pusher(roles) := {"login": "bob", "type": "User", "as": "pusher", "roles": roles}

runner(roles) := {"login": "carol", "as": "re-runner", "roles": roles}

others_table := [
	{
		"name": "everybody has what is required, each by a role of their own",
		"policy": {"require": ["admin", "developer"]}, "others": [pusher(["developer"]), runner(["admin"])],
		"expect": yes,
	},
	{
		"name": "who pushed the head has not",
		"policy": {"require": "admin"}, "others": [pusher(["developer"])],
		"expect": no(`needs the role admin; bob, who pushed the head, has developer`),
	},
	{
		"name": "who ran it again has not",
		"policy": {"require": ["admin", "owner"]}, "others": [pusher(["admin"]), runner([])],
		"expect": no(`needs one of the roles admin, owner; carol, who ran the workflow again, has no role`),
	},
	{
		"name": "a denied role of somebody else",
		"policy": {"deny": ["external"]}, "others": [pusher(["external", "guest"])],
		"expect": no(`role external is in the deny list of this step; bob, who pushed the head, has external, guest`),
	},
	{
		"name": "two denied roles of somebody else, before what is required",
		"policy": {"require": "owner", "deny": ["external", "guest"]}, "others": [runner(["external", "guest"])],
		"expect": no(concat("", [
			`roles external, guest are in the deny list of this step; `,
			`carol, who ran the workflow again, has external, guest`,
		])),
	},
	{
		"name": "the first who stands in the way is named",
		"policy": {"require": "owner"}, "others": [pusher([])],
		"expect": no(`needs the role owner; alice has admin, developer`),
	},
	{
		"name": "somebody of whom it is not said what they did",
		"policy": {"require": "admin"}, "others": [{"login": "dave", "roles": []}],
		"expect": no(`needs the role admin; dave, who is behind the run as well, has no role`),
	},
	{
		"name": "somebody without a name",
		"policy": {"require": "admin"}, "others": [{"login": 7, "as": "pusher", "roles": []}],
		"expect": no(`needs the role admin; somebody, who pushed the head, has no role`),
	},
	{
		"name": "nobody else",
		"policy": {"require": "admin"}, "others": [],
		"expect": yes,
	},
]

test_others[row.name] if {
	some row in others_table
	beside(row.policy, row.others) == row.expect
}

strangers := `the step cannot be judged: it is not known who else is behind the run, or with which roles`

test_odd_others_allow_nobody if {
	shapes := ["", "bob", {}, {"bob": pusher(["admin"])}, 3, null, true, false]
	members := [["bob"], [null], [[]], [{}], [{"login": "bob"}], [pusher(["admin"]), 3]]
	odd_roles := [[pusher(roles)] | some roles in ["", "admin", {}, {"admin": true}, 3, null, true, [""], ["admin", 3]]]
	every others in array.concat(shapes, array.concat(members, odd_roles)) {
		every policy in [{"require": "admin"}, {"deny": ["external"]}, {}] {
			beside(policy, others) == no(strangers)
		}
	}
}

test_a_step_without_a_policy_may_run_whoever_else_asks if {
	shown == yes with input as {"check": {"id": "lint"}, "others": "bob"}
}

# Every answer is one of two: allowed without a reason, or denied with one.
test_there_is_one_answer_to_everything if {
	odd := ["", "admin", [], ["admin"], ["external"], {}, 3, null, true, false]
	every require in odd {
		every deny in odd {
			every roles in odd {
				one_answer(answer({"require": require, "deny": deny}, roles))
			}
		}
	}
}

one_answer({"allowed": true})

one_answer({"allowed": false, "reason": reason}) if {
	reason != ""
}
