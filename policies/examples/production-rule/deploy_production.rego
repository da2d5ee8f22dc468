# METADATA
# title: Production is for admins, from a pull request into main
# description: >-
#   Answers for the steps that say `rule: visor/deploy/production`, in place of visor.check.execute. All conditions
#   stand in one rule: a second `allowed` beside it would be another way in, not one more lock.
# scope: package
package visor.deploy.production

default allowed := false

allowed if count(missing) == 0

is_admin if "admin" in input.actor.roles

into_main if input.repository.baseBranch == "main"

is_ready if input.pullRequest.draft == false

# A set that says what is missing serves twice: it decides, and it is the reason. A rule of this form adds a
# condition by adding a member, and a fact that is not known counts as missing.
missing contains "only admins deploy to production" if not is_admin

missing contains "production is deployed from pull requests into main" if not into_main

missing contains "the pull request is a draft, or nobody can tell" if not is_ready

reasons := missing
