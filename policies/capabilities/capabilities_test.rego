package stepgate.packs.capabilities_test

import data.stepgate.packs.capabilities

reviewer := {
	"name": "reviewer",
	"capabilities": ["repo.read", "comment:*"],
	"approvals": {},
}

# The answer for a step of the agent "reviewer" that needs these capabilities, as rules with their messages.
told(needs, params, more) := said(
	object.union(
		{
			"check": {"id": "review", "agent": "reviewer", "capabilities": needs},
			"agent": reviewer,
			"actor": {"login": "alice", "roles": ["developer"]},
			"runMode": "consumer",
		},
		more,
	),
	params,
)

said(document, params) := result if {
	answer := capabilities.answer with input as document with data.stepgate.parameters.capabilities as params
	result := {effect: sort([[finding.rule, finding.message] | some finding in answer[effect]]) |
		some effect, _ in answer
		count(answer[effect]) > 0
	}
}

fine := {}

denied(rule, message) := {"deny": [[rule, message]]}

undecided(rule, message) := {"unknown": [[rule, message]]}

waits(message) := {"approve": [["approval_required", message]]}

no_deploy := `the agent "reviewer" does not have the capability "deploy.production" that this step needs`

owner := {"roles": ["owner"]}

table := [
	{"name": "what the agent declares", "needs": ["repo.read"], "params": {}, "more": {}, "expect": fine},
	{"name": "needs nothing", "needs": [], "params": {}, "more": {}, "expect": fine},
	{"name": "below a prefix", "needs": ["comment:write", "comment:a.b"], "params": {}, "more": {}, "expect": fine},
	{"name": "all below a prefix", "needs": ["comment:*"], "params": {}, "more": {}, "expect": fine},
	{
		"name": "a capability that is not declared",
		"needs": ["repo.read", "deploy.production"], "params": {}, "more": {},
		"expect": denied("missing_capability", no_deploy),
	},
	{
		"name": "a prefix does not stand for itself, nor for names that begin like it",
		"needs": ["comment", "commentary"], "params": {}, "more": {},
		"expect": denied(
			"missing_capability",
			`the agent "reviewer" does not have the capabilities "comment", "commentary" that this step needs`,
		),
	},
	{
		"name": "a name does not stand for the names below it",
		"needs": ["repo.read.secrets"], "params": {}, "more": {},
		"expect": denied(
			"missing_capability",
			`the agent "reviewer" does not have the capability "repo.read.secrets" that this step needs`,
		),
	},
	{
		"name": "one capability of a kind is not the kind",
		"needs": ["repo.*"], "params": {}, "more": {},
		"expect": denied("missing_capability", `the agent "reviewer" does not have the capability "repo.*" that this step needs`),
	},
	{
		"name": "names are compared exactly",
		"needs": ["Repo.read"], "params": {}, "more": {},
		"expect": denied(
			"missing_capability",
			`the agent "reviewer" does not have the capability "Repo.read" that this step needs`,
		),
	},
	{
		"name": "an agent that may do nothing",
		"needs": ["deploy.production"], "params": {}, "more": {"agent": {"capabilities": []}},
		"expect": denied("missing_capability", no_deploy),
	},
	{
		"name": "a capability that is not known",
		"needs": ["repo.read"], "params": {"known": ["repo.write"]}, "more": {},
		"expect": denied(
			"missing_capability",
			`this step needs the capability "repo.read", which the parameter "known" does not list`,
		),
	},
	{"name": "a known one", "needs": ["repo.read"], "params": {"known": ["repo.read"]}, "more": {}, "expect": fine},
	{
		"name": "the agent asks for approval of this capability",
		"needs": ["repo.read"], "params": {}, "more": {"agent": {"approvals": {"repo.read": owner}}},
		"expect": waits(`the agent "reviewer" needs approval for "repo.read"`),
	},
	{
		"name": "of every capability below a prefix",
		"needs": ["comment:write", "comment:edit", "repo.read"], "params": {},
		"more": {"agent": {"approvals": {"comment:*": owner}}},
		"expect": waits(`the agent "reviewer" needs approval for "comment:edit", "comment:write"`),
	},
	{
		"name": "of one capability, and the step needs all of its kind",
		"needs": ["comment:*"], "params": {}, "more": {"agent": {"approvals": {"comment:write": owner}}},
		"expect": waits(`the agent "reviewer" needs approval for "comment:*"`),
	},
	{
		"name": "of another capability",
		"needs": ["repo.read"], "params": {"approvals": {"repo.write": owner}},
		"more": {"agent": {"approvals": {"comment:*": owner}}}, "expect": fine,
	},
	{
		"name": "of whatever it does, a step without capabilities included",
		"needs": [], "params": {}, "more": {"agent": {"approvals": {"*": owner}}},
		"expect": waits(`the agent "reviewer" needs approval for whatever it does`),
	},
	{
		"name": "the parameters ask for approval",
		"needs": ["repo.read"], "params": {"approvals": {"repo.*": owner}}, "more": {},
		"expect": waits(`this step needs approval for "repo.read"`),
	},
	{
		"name": "both ask, and both have to be met",
		"needs": ["repo.read"], "params": {"approvals": {"repo.read": {"users": ["bob"]}}},
		"more": {"agent": {"approvals": {"repo.read": owner}}},
		"expect": {"approve": [
			["approval_required", `the agent "reviewer" needs approval for "repo.read"`],
			["approval_required", `this step needs approval for "repo.read"`],
		]},
	},
	{
		"name": "a mode that the agent runs in",
		"needs": ["repo.read"], "params": {}, "more": {"agent": {"runModes": ["consumer"]}}, "expect": fine,
	},
	{
		"name": "a mode that it does not run in",
		"needs": [], "params": {}, "more": {"agent": {"runModes": ["enterprise"]}},
		"expect": denied(
			"run_mode_mismatch",
			`the agent "reviewer" runs in the mode enterprise, and this is a run in the mode consumer`,
		),
	},
	{
		"name": "a capability that this mode forbids",
		"needs": ["repo.read", "comment:*"],
		"params": {"run_modes": {"consumer": {"deny": ["repo.*", "comment:write"]}}}, "more": {},
		"expect": denied("run_mode_mismatch", `no step may use the capabilities "comment:*", "repo.read" in the mode consumer`),
	},
	{
		"name": "a capability that the other mode forbids",
		"needs": ["repo.read"], "params": {"run_modes": {"enterprise": {"deny": ["*"]}}}, "more": {}, "expect": fine,
	},
	{
		"name": "a mode that forbids whatever it does, a step without capabilities included",
		"needs": [], "params": {"run_modes": {"consumer": {"deny": ["repo.write", "*"]}}}, "more": {},
		"expect": denied("run_mode_mismatch", `no step that names an agent or capabilities may run in the mode consumer`),
	},
	{
		"name": "another mode that forbids whatever it does",
		"needs": [], "params": {"run_modes": {"enterprise": {"deny": ["*"]}}}, "more": {}, "expect": fine,
	},
	{
		"name": "modes that forbid something else",
		"needs": ["repo.read"], "params": {"run_modes": {"consumer": {"deny": ["repo.write"]}, "enterprise": {}}}, "more": {},
		"expect": fine,
	},
	{
		"name": "the actor's role grants it",
		"needs": ["repo.read"], "params": {"grants": {"developer": ["repo.*"]}}, "more": {}, "expect": fine,
	},
	{
		"name": "a role that grants everything",
		"needs": ["repo.read", "comment:*"], "params": {"grants": {"developer": ["*"]}}, "more": {}, "expect": fine,
	},
	{
		"name": "the actor's role does not grant it",
		"needs": ["repo.read"], "params": {"grants": {"developer": ["repo.write"], "admin": ["*"]}}, "more": {},
		"expect": denied("missing_capability", `alice has developer, which does not grant the capability "repo.read"`),
	},
	{
		"name": "no role grants anything",
		"needs": ["repo.read"], "params": {"grants": {}}, "more": {"actor": {"login": 7, "roles": []}},
		"expect": denied("missing_capability", `the actor has no role, which does not grant the capability "repo.read"`),
	},
	{
		"name": "somebody else behind the run is not granted it",
		"needs": ["repo.read"], "params": {"grants": {"developer": ["*"]}},
		"more": {"others": [
			{"login": "bob", "as": "pusher", "roles": ["developer"]},
			{"login": "mallory", "as": "re-runner", "roles": ["external"]},
		]},
		"expect": denied("missing_capability", `mallory has external, which does not grant the capability "repo.read"`),
	},
	{
		"name": "nobody is asked what they are granted where nothing is needed",
		"needs": [], "params": {"grants": {}}, "more": {"others": "odd"}, "expect": fine,
	},
]

test_table[row.name] if {
	some row in table
	told(row.needs, row.params, row.more) == row.expect
}

test_a_step_without_agent_and_capabilities_is_not_our_business if {
	not capabilities.answer with input as {"check": {"id": "lint"}}
}

no_agent := `this step needs the capability "repo.read" and names no agent that could have it`

agentless := {"check": {"id": "review", "capabilities": ["repo.read"]}, "runMode": "consumer"}

test_capabilities_need_an_agent if {
	every params in [{}, {"require_agent": true}, {"require_agent": null}, "odd", null] {
		said(agentless, params) == denied("agent_unknown", no_agent)
	}
	said(object.union(agentless, {"check": {"capabilities": []}}), {}) == fine
	said(agentless, {"require_agent": false}) == fine
}

# The profile that happens to be there is not that of an agent that nobody named.
test_no_agent_is_not_any_agent if {
	said(object.union(agentless, {"agent": reviewer}), {}) == denied("agent_unknown", no_agent)
}

test_without_an_agent_the_other_rules_hold if {
	said(agentless, {"require_agent": false, "known": ["x"]}) == denied(
		"missing_capability",
		`this step needs the capability "repo.read", which the parameter "known" does not list`,
	)
	said(agentless, {"require_agent": false, "approvals": {"*": owner}}) == waits(`this step needs approval for whatever it does`)
	said(agentless, {"require_agent": false, "run_modes": {"consumer": {"deny": ["*"]}}}) == denied(
		"run_mode_mismatch",
		`no step may use the capability "repo.read" in the mode consumer`,
	)
}

no_mode := `it depends on the run mode whether this step may run, and the mode of this run is not known`

mode_matters := [
	{"params": {}, "agent": object.union(reviewer, {"runModes": ["consumer", "enterprise"]})},
	{"params": {"run_modes": {"enterprise": {"deny": ["repo.read"]}}}, "agent": reviewer},
	{"params": {"run_modes": {"consumer": {"deny": ["*"]}}}, "agent": reviewer},
]

step := {"id": "review", "agent": "reviewer", "capabilities": ["repo.read"]}

test_a_mode_that_is_not_known_is_no_mode if {
	every world in mode_matters {
		every mode in ["", "Consumer", "unknown", 3, null, true, ["consumer"], {}] {
			document := {"check": step, "agent": world.agent, "runMode": mode}
			said(document, world.params) == denied("run_mode_mismatch", no_mode)
		}
		said({"check": step, "agent": world.agent}, world.params) == denied("run_mode_mismatch", no_mode)
	}
}

test_whatever_it_does_depends_on_a_mode_that_is_not_known if {
	every check in [{"id": "a", "agent": "reviewer"}, {"id": "b", "capabilities": []}] {
		said({"check": check, "agent": reviewer}, {"run_modes": {"enterprise": {"deny": ["*"]}}}) == denied("run_mode_mismatch", no_mode)
	}
}

test_where_nothing_depends_on_the_mode_nobody_has_to_know_it if {
	every params in [{}, {"run_modes": {}}, {"run_modes": {"consumer": {"deny": ["deploy.*"]}}}] {
		said({"check": step, "agent": reviewer}, params) == fine
	}
}

stranger := undecided("agent_unknown", `nothing is known of the agent "reviewer" that this step names`)

test_an_agent_without_a_usable_profile_is_unknown if {
	odd := [
		null, "reviewer", [], {}, {"name": "reviewer"}, {"name": "other", "capabilities": ["repo.read"]},
		{"name": "reviewer", "capabilities": "repo.read"}, {"name": "reviewer", "capabilities": ["repo.read", 3]},
		{"name": "reviewer", "capabilities": {"repo.read": true}},
		{"name": "reviewer", "capabilities": ["repo.read"], "approvals": []},
		{"name": "reviewer", "capabilities": ["repo.read"], "runModes": "consumer"},
		{"name": "reviewer", "capabilities": ["repo.read"], "runModes": [3]},
		{"capabilities": ["repo.read"]},
	]
	every profile in odd {
		said({"check": step, "agent": profile}, {}) == stranger
		said({"check": {"agent": "reviewer"}, "agent": profile}, {"require_agent": false}) == stranger
	}
	said({"check": step}, {}) == stranger
}

test_an_odd_name_of_an_agent_is_unknown if {
	every name in ["", 3, null, true, ["reviewer"], {}] {
		answer := capabilities.answer with input as {"check": {"agent": name, "capabilities": ["a"]}, "agent": {"name": name}}
		{finding.rule | some finding in answer.unknown} == {"agent_unknown"}
	}
}

odd_needs := undecided("missing_capability", `it is not known what this step needs: its "capabilities" are not a list of names`)

test_odd_needs_are_not_no_needs if {
	every needs in ["", "repo.read", 3, null, true, false, {}, {"repo.read": true}, [""], [3], ["repo.read", null]] {
		said({"check": {"agent": "reviewer", "capabilities": needs}, "agent": reviewer}, {}) == odd_needs
		said({"check": {"capabilities": needs}}, {}) == odd_needs
	}
}

test_an_input_without_a_step_is_not_a_step_without_needs if {
	every document in [{}, {"check": null}, {"check": "review"}, {"check": []}, "check", 3, []] {
		said(document, {}) == odd_needs
	}
	count(capabilities.answer.unknown) == 1
}

test_an_approval_that_nobody_can_give_is_unknown if {
	nobody := undecided(
		"approval_required",
		`nobody could approve "repo.read": its approvals name no role, team or user`,
	)
	every rule in [true, 2, null, "owner", [], {}, {"count": 2}, {"roles": []}, {"roles": "owner"}, {"users": [3]}] {
		said({"check": step, "agent": object.union(reviewer, {"approvals": {"repo.read": rule}})}, {}) == nobody
		said({"check": step, "agent": reviewer}, {"approvals": {"repo.read": rule}}) == nobody
	}
}

test_parameters_that_would_never_hold_are_found if {
	known := {"known": ["repo.read", "deploy.production"]}
	every params in [{"approvals": {"deploy.*": owner, "*": owner}}, {"run_modes": {"enterprise": {"deny": ["deploy.production"]}}}] {
		not told([], object.union(known, params), {}).unknown
	}
	told(["repo.read"], object.union(known, {"approvals": {"deploy.produktion": owner}}), {}) == undecided(
		"approval_required",
		`the parameter "approvals" names "deploy.produktion", which "known" does not list`,
	)
	told(["repo.read"], object.union(known, {"run_modes": {"consumer": {"deny": ["delpoy.*"]}}}), {}) == undecided(
		"run_mode_mismatch",
		`the parameter "run_modes" names "delpoy.*", which "known" does not list`,
	)
}

test_approvals_are_handed_on_whole if {
	agent := object.union(reviewer, {"approvals": {"repo.read": {"count": 2, "teams": ["platform"]}}})
	answer := capabilities.answer with input as {"check": step, "agent": agent}
	answer.approve == {{
		"rule": "approval_required",
		"message": `the agent "reviewer" needs approval for "repo.read"`,
		"way_out": "have it approved, as the report says by whom",
		"approvals": {"count": 2, "roles": [], "teams": ["platform"], "users": []},
	}}
}

test_people_whose_roles_are_not_known_are_granted_nothing if {
	nobody_knows := undecided(
		"missing_capability",
		"it is not known who is behind this run, or with which roles, and so not what they are granted",
	)
	actor := {"login": "alice", "roles": ["developer"]}
	every people in [
		{}, {"actor": "alice"}, {"actor": {"login": "alice"}}, {"actor": {"login": "alice", "roles": "developer"}},
		{"actor": {"login": "alice", "roles": ["developer", 3]}}, {"actor": actor, "others": {}},
		{"actor": actor, "others": null}, {"actor": actor, "others": ["bob"]}, {"actor": actor, "others": [{"login": "bob"}]},
	] {
		document := object.union({"check": step, "agent": reviewer}, people)
		said(document, {"grants": {"developer": ["*"]}}) == nobody_knows
	}
}

test_somebody_without_a_name_is_somebody if {
	others := [{"login": null, "roles": []}]
	told(["repo.read"], {"grants": {"developer": ["*"]}}, {"others": others}) == denied(
		"missing_capability",
		`somebody has no role, which does not grant the capability "repo.read"`,
	)
}

# A denial must not hide that it also waits, and what is not known must not hide a denial.
test_everything_is_said_at_once if {
	agent := object.union(reviewer, {"approvals": {"repo.read": owner}, "runModes": ["enterprise"]})
	result := told(["repo.read", "deploy.production"], {"grants": {}}, {"agent": agent, "actor": {"roles": null}})
	{finding[0] | some finding in result.deny} == {"missing_capability", "run_mode_mismatch"}
	count(result.approve) == 1
	count(result.unknown) == 1
}
