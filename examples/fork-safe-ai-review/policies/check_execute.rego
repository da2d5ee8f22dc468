# METADATA
# title: Everything but drafts is reviewed
# description: A review is for everybody. What it may do is the business of the two other files.
# scope: package
package visor.check.execute

default allowed := false

allowed if input.pullRequest.draft == false

reason := "drafts are not reviewed" if not allowed
