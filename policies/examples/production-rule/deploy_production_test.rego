package visor.deploy.production_test

import data.visor.deploy.production

ready := {
	"check": {"id": "deploy-production", "policy": {"rule": "visor/deploy/production"}},
	"actor": {"login": "alice", "roles": ["admin"]},
	"repository": {"baseBranch": "main"},
	"pullRequest": {"number": 7, "labels": [], "draft": false},
}

but(changes) := object.union(ready, changes)

not_an_admin := "only admins deploy to production"

not_into_main := "production is deployed from pull requests into main"

not_ready := "the pull request is a draft, or nobody can tell"

test_an_admin_deploys_from_main if {
	production.allowed with input as ready
	production.reasons == set() with input as ready
}

test_everyone_else_is_told_why_not if {
	other := but({"actor": {"roles": ["developer"]}})
	not production.allowed with input as other
	production.reasons == {not_an_admin} with input as other
}

test_other_branches_do_not_deploy if {
	other := but({"repository": {"baseBranch": "next"}})
	not production.allowed with input as other
	production.reasons == {not_into_main} with input as other
}

test_drafts_do_not_deploy if {
	draft := but({"pullRequest": {"draft": true}})
	not production.allowed with input as draft
	production.reasons == {not_ready} with input as draft
}

test_what_is_not_known_is_missing if {
	not production.allowed with input as {}
	production.reasons == {not_an_admin, not_into_main, not_ready} with input as {}
}
