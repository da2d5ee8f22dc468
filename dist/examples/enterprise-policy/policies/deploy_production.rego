# METADATA
# title: Production
# description: Only admins, only from a pull request into the default branch, and never from a draft.
# scope: package
package visor.deploy.production

# Branches that production is deployed from: this repository's default branch is an old one.
branches := {"main", "master"}

default allowed := false

allowed if {
	is_admin
	is_ready
	input.repository.baseBranch in branches
}

is_admin if "admin" in input.actor.roles

is_ready if input.pullRequest.draft == false

reason := "only admins deploy to production" if {
	not is_admin
} else := "production is deployed from pull requests into the default branch that are not drafts" if {
	not allowed
}
