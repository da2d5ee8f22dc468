# The facts that the rules read. What has another form than it has to have is not there.
package stepgate.packs.compliance

# METADATA
# title: Labels
# description: GitHub takes no notice of their case.
labels := found if {
	found := input.pullRequest.labels
	texts(found)
}

# METADATA
# description: The labels that are forbidden.
forbidden := object.get(parameters, "forbidden_labels", [])

# METADATA
# description: >-
#   What is not known is not missing: that is said elsewhere.
# scope: document
has_label(_) if not labels

has_label(pattern) if {
	some label in labels
	matches([plain(pattern)], plain(label))
}

# METADATA
# title: Small letters
# description: >-
#   Of the letters from A to Z alone. The small letter of the sign for kelvin is k, and a label that is asked for is not one
#   that looks like it.
# scope: document
plain(text) := strings.replace_n(small, text)

# METADATA
# description: Each letter from A to Z, and the small one.
small := {upper(letter): letter | some letter in split("abcdefghijklmnopqrstuvwxyz", "")}

# METADATA
# description: The opposite, for use in a loop.
lacks_label(pattern) if not has_label(pattern)

# METADATA
# title: Evidence
# description: The files that are there afterwards because of the pull request, under the names that they have then.
brought := {file.path | some file in files; file.status in {"added", "modified", "renamed", "copied"}} if {
	files := input.pullRequest.files
	is_array(files)
	every file in files {
		is_string(file.path)
		is_string(file.status)
	}
}

# METADATA
# description: What the parameters ask for.
wanted_patterns := object.get(parameters, "evidence", [])

# METADATA
# description: What the step asks for itself.
wanted_paths := input.check.evidence if texts(input.check.evidence)

# METADATA
# description: Whether the step asks for anything, however it says so.
says_evidence if {
	some "evidence", _ in input.check
}

# METADATA
# description: Whether one of these paths matches.
covered(pattern, paths) if {
	some path in paths
	some spelling in spellings(pattern)
	glob.match(spelling, ["/"], path)
}

# METADATA
# description: >-
#   The pattern as it is, and without one or two of its `**/`, which stand for no folder, too, as they do on GitHub.
spellings(pattern) := {pattern} | {concat("/", kept) |
	parts := split(pattern, "/")
	folders := [i | some i, part in parts; part == "**"; i < count(parts) - 1]
	some one in folders
	some other in folders
	kept := [part | some i, part in parts; not i in {one, other}]
}

# METADATA
# title: Issues
# description: The issues of this repository that the pull request closes.
issues := found if {
	found := input.pullRequest.linkedIssues
	is_array(found)
	every issue in found {
		whole(issue)
	}
}

# METADATA
# title: Who approved
# description: Those whose approval stands, with a role that counts where only some do.
standing contains lower(approval.login) if {
	some approval in approved
	may_approve(approval)
}

# METADATA
# description: Whether an approval counts by its roles.
# scope: document
may_approve(_) if count(approvers) == 0

may_approve(approval) if {
	some role in approval.roles
	role in approvers
}

# METADATA
# description: Those whose approval GitHub counts, with their roles.
approved := found if {
	found := input.approvals.approved
	is_array(found)
	every approval in found {
		is_string(approval.login)
		approval.login != ""
		texts(approval.roles)
	}
}

# METADATA
# description: The roles whose approvals count; none means everybody.
approvers := object.get(parameters, ["separation_of_duties", "roles"], [])

# METADATA
# description: How many approvals there have to be.
needed := object.get(parameters, ["separation_of_duties", "count"], 1) if {
	"separation_of_duties" in switched_on
}

# METADATA
# title: Who is behind the change and the run
# description: >-
#   The author, the actor, the sender, and whoever pushed the head or ran the workflow again. Undefined where one of them
#   has no name: then nobody is known to be somebody else.
behind := {lower(login) | some login in logins} if {
	is_array(object.get(input, "others", []))
	texts(logins)
	not "" in logins
}

# METADATA
# description: Everybody who is behind it, with null for somebody without a name.
logins := array.concat(
	[object.get(input, ["pullRequest", "author"], null), object.get(input, ["actor", "login"], null)],
	[login_of(person) |
		some person in array.concat(
			[sender | some "sender", sender in input; not of_review],
			object.get(input, "others", []),
		)
	],
)

# METADATA
# description: Whether the run is that of a review. Who gave it has started the run by it, and nothing else.
of_review if input.repository.event == "pull_request_review"

# METADATA
# description: The name of a person, or null.
login_of(person) := person.login if {
	is_string(person.login)
} else := null

# METADATA
# description: Those who approved and have no part in it.
independent := standing - behind if {
	approved
	behind
}

# METADATA
# title: Retention
# description: The steps that have to say for how long they keep what they leave behind.
# scope: document
retained if {
	some "retention", retention in parameters
	object.get(retention, "tags", []) == []
}

retained if {
	some tag in input.check.tags
	matches(parameters.retention.tags, tag)
}

# METADATA
# description: Whether the step says anything about it, however it says so.
says_retention if {
	some "retentionDays", _ in input.check
}

# METADATA
# description: The days that are needed, in digits.
least := json.marshal(parameters.retention.minimum_days)

# METADATA
# description: A whole number of things, none of which there are a thousand million.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 1000000000
	value == floor(value)
}
