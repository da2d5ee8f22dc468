package visor.check.execute_test

import data.visor.check.execute

pull(id, draft, labels, files) := {
	"check": {"id": id},
	"actor": {"login": "alice", "roles": []},
	"pullRequest": {"number": 7, "draft": draft, "labels": labels, "changedFiles": files},
}

on_draft := "steps do not run on a draft"

without_label := `production needs the label "approved" on the pull request`

too_large := "a full review takes at most 100 changed files"

table := [
	{
		"name": "lint asks for nothing but a pull request that is ready",
		"input": pull("lint", false, [], 500),
		"allowed": true, "because": set(),
	},
	{
		"name": "no step on a draft",
		"input": pull("lint", true, [], 1),
		"allowed": false, "because": {on_draft},
	},
	{
		"name": "production with its label",
		"input": pull("deploy-production", false, ["approved"], 1),
		"allowed": true, "because": set(),
	},
	{
		"name": "production without its label",
		"input": pull("deploy-production", false, ["docs"], 1),
		"allowed": false, "because": {without_label},
	},
	{
		"name": "a hundred files are few",
		"input": pull("full-review", false, [], 100),
		"allowed": true, "because": set(),
	},
	{
		"name": "a hundred and one are many",
		"input": pull("full-review", false, [], 101),
		"allowed": false, "because": {too_large},
	},
	{
		"name": "two objections are two reasons",
		"input": pull("deploy-production", true, [], 1),
		"allowed": false, "because": {on_draft, without_label},
	},
	{
		"name": "no pull request, no review",
		"input": {"check": {"id": "full-review"}},
		"allowed": false, "because": {on_draft, too_large},
	},
]

test_table[row.name] if {
	some row in table
	allowed := execute.allowed with input as row.input
	allowed == row.allowed
	reasons := execute.reasons with input as row.input
	reasons == row.because
}

test_no_step_no_permission if {
	not execute.allowed with input as {"pullRequest": {"draft": false, "labels": [], "changedFiles": 1}}
}
