# METADATA
# title: Labels, drafts and large pull requests
# description: >-
#   Decides by what the pull request is, not by who wrote it. Each objection is a member of one set, and `allowed` is
#   defined once, so that two objections at a time are two reasons and not a conflict.
# scope: package
package visor.check.execute

default allowed := false

allowed if {
	input.check.id
	count(objections) == 0
}

max_files := 100

is_ready if input.pullRequest.draft == false

is_approved if "approved" in input.pullRequest.labels

is_small if input.pullRequest.changedFiles <= max_files

# Written the way round that makes an unknown fact an objection: a pull request is ready where it is known to be.
objections contains "steps do not run on a draft" if not is_ready

objections contains `production needs the label "approved" on the pull request` if {
	input.check.id == "deploy-production"
	not is_approved
}

objections contains "a full review takes at most 100 changed files" if {
	input.check.id == "full-review"
	not is_small
}

reasons := objections
