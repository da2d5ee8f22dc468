package stepgate.packs.compliance_test

import data.stepgate.packs.compliance

defaults := {
	"forbidden_labels": [],
	"evidence": [],
	"require_linked_issue": false,
	"steps": [],
	"tags": [],
	"actions": [],
}

pull := {
	"number": 7,
	"author": "alice",
	"labels": ["Approved", "docs"],
	"files": [
		{"path": "src/a.ts", "status": "modified"},
		{"path": "docs/risk/q4.md", "previousPath": "docs/old.md", "status": "renamed"},
		{"path": "CHANGELOG.md", "status": "added"},
		{"path": "docs/gone.md", "status": "removed"},
		{"path": "docs/same.md", "status": "unchanged"},
	],
	"linkedIssues": [12],
}

release := {"id": "release", "tags": ["production", "finance"], "action": "file_write"}

base := {
	"check": release,
	"actor": {"login": "alice", "roles": ["developer"]},
	"sender": {"login": "dora"},
	"others": [{"login": "bob", "as": "pusher", "roles": []}],
	"pullRequest": pull,
	"approvals": {
		"approved": [{"login": "carol", "roles": ["auditor"]}, {"login": "Bob", "roles": ["auditor"]}],
		"changesRequested": [],
		"ignored": [],
	},
}

# The input with other values at these places.
but(changes) := object.union(base, changes)

but_pull(changes) := but({"pullRequest": object.union(pull, changes)})

without(key) := object.remove(base, [key])

without_pull(key) := object.union(without("pullRequest"), {"pullRequest": object.remove(pull, [key])})

# What is the same for every step, and what is about this one.
parts contains compliance.shared

parts contains compliance.answer

whole := {kind: findings |
	some kind in ["deny", "approve", "unknown"]
	findings := {finding | some part in parts; some finding in part[kind]}
}

answer(written, document) := result if {
	result := whole with input as document
		with data.stepgate.parameters as {"compliance": object.union(defaults, written)}
}

messages(findings) := {finding.message | some finding in findings}

rules(findings) := {finding.rule | some finding in findings}

# What the findings say, where there are only those of one kind.
silent(written, document) if answer(written, document) == {"deny": set(), "approve": set(), "unknown": set()}

denied(written, document) := messages(said.deny) if {
	said := answer(written, document)
	said.approve == set()
	said.unknown == set()
}

unsure(written, document) := rules(said.unknown) if {
	said := answer(written, document)
	said.deny == set()
	count(said.unknown) > 0
}

test_nothing_is_asked_for if {
	silent({}, base)
	silent({}, {})
}

# Labels.

labelling := [
	{"all": ["approved"], "says": set()},
	{"all": ["APPROVED", "docs"], "says": set()},
	{"all": ["appr*"], "says": set()},
	{"all": ["doc?"], "says": set()},
	{"all": ["approved", "security", "legal"], "says": {`needs the label "security"`, `needs the label "legal"`}},
	{"all": ["do"], "says": {`needs the label "do"`}},
	{"any": ["x", "docs"], "says": set()},
	{"any": ["x", "y*"], "says": {`needs one of the labels "x", "y*"`}},
	{"all": ["docs"], "any": ["x"], "says": {`needs one of the labels "x"`}},
	{"all": [], "any": [], "says": set()},
]

test_required_labels[concat(",", array.concat(object.get(row, "all", []), object.get(row, "any", [])))] if {
	some row in labelling
	denied({"required_labels": object.remove(row, ["says"])}, base) == row.says
}

# U+212A is the sign for kelvin, U+017F the long s: what is asked for is not there in them, what is forbidden is.
test_letters_beyond_a_to_z_are_no_others if {
	pull := but_pull({"labels": ["check-o\u212a", "DOC\u017f", "Gepr\u00dcft"]})
	denied({"required_labels": {"all": ["check-ok"]}}, pull) == {`needs the label "check-ok"`}
	denied({"required_labels": {"any": ["d?cs", "check-?k", "gepr\u00fcft"]}}, pull) == {
		"needs one of the labels \"d?cs\", \"check-?k\", \"gepr\u00fcft\"",
	}
	denied({"required_labels": {"all": ["GEPR\u00dcFT"]}}, pull) == set()
	denied({"forbidden_labels": ["check-ok"]}, pull) == {"has the label \"check-o\u212a\", with which it may not run"}
}

test_forbidden_labels if {
	denied({"forbidden_labels": ["wip", "do-not-*"]}, base) == set()
	denied({"forbidden_labels": ["DOCS", "app*"]}, base) == {
		`has the label "Approved", with which it may not run`,
		`has the label "docs", with which it may not run`,
	}
}

test_no_labels_are_labels if {
	denied({"required_labels": {"any": ["x"]}}, but_pull({"labels": []})) == {`needs one of the labels "x"`}
	denied({"forbidden_labels": ["x"]}, but_pull({"labels": []})) == set()
}

about_labels := [{"required_labels": {"all": ["x"]}}, {"required_labels": {"any": ["x"]}}, {"forbidden_labels": ["x"]}]

test_labels_that_cannot_be_read_are_not_known if {
	every written in about_labels {
		every odd in [null, "x", {"x": true}, [3], [null], ["y", {}]] {
			unsure(written, but_pull({"labels": odd})) == {rule | some rule, _ in written}
		}
		unsure(written, without_pull("labels")) == {rule | some rule, _ in written}
	}
}

# Evidence.

bringing := [
	{"evidence": ["CHANGELOG.md"], "missing": set()},
	{"evidence": ["docs/**/*.md"], "missing": set()},
	{"evidence": ["docs/risk/**/*.md", "**/CHANGELOG.md", "**/src/**/a.ts", "docs/risk/**/**/q4.md", "src**/a.ts"], "missing": set()},
	{"evidence": ["**/docs/**/risk/**/q4.md", "CHANGELOG.md/**"], "missing": {"**/docs/**/risk/**/q4.md", "CHANGELOG.md/**"}},
	{"evidence": ["CHANGE**/LOG.md", "**/isk/*.md"], "missing": {"CHANGE**/LOG.md", "**/isk/*.md"}},
	{"evidence": ["docs/risk/*", "src/**"], "missing": set()},
	{"evidence": ["docs/*/q?.md"], "missing": set()},
	{"evidence": ["docs/*.md"], "missing": {"docs/*.md"}},
	{"evidence": ["docs/old.md"], "missing": {"docs/old.md"}},
	{"evidence": ["docs/gone.md"], "missing": {"docs/gone.md"}},
	{"evidence": ["docs/same.md"], "missing": {"docs/same.md"}},
	{"evidence": ["a.ts", "x"], "missing": {"a.ts", "x"}},
	# A pattern that cannot be read matches nothing.
	{"evidence": ["docs/[a"], "missing": {"docs/[a"}},
]

test_evidence[concat(",", row.evidence)] if {
	some row in bringing
	denied({"evidence": row.evidence}, base) == {concat("", [`the pull request brings no file that matches "`, pattern, `"`]) | some pattern in row.missing}
}

asking(evidence) := but({"check": object.union(release, {"evidence": evidence})})

test_the_step_asks_for_files_itself if {
	silent({}, asking([]))
	silent({}, asking(["CHANGELOG.md", "docs/risk/q4.md"]))
	denied({}, asking(["CHANGELOG.md", "docs/gone.md", "docs/*"])) == {
		`the pull request does not bring the file "docs/gone.md", which the step asks for`,
		`the pull request does not bring the file "docs/*", which the step asks for`,
	}
}

test_evidence_that_cannot_be_read_is_not_known if {
	every odd in [null, "CHANGELOG.md", {"a": "b"}, [3]] {
		unsure({}, asking(odd)) == {"evidence_missing"}
	}
}

odd_files := [null, "src", {"path": "src/a.ts", "status": "added"}, [null], ["src/a.ts"], [{"path": "src/a.ts"}], [{"path": 3, "status": "added"}]]

test_files_that_cannot_be_read_are_not_known if {
	every odd in odd_files {
		unsure({"evidence": ["src/**"]}, but_pull({"files": odd})) == {"evidence_missing"}
	}
	unsure({"evidence": ["src/**"]}, without_pull("files")) == {"evidence_missing"}
}

# Issues.

test_a_linked_issue if {
	wanted := {"require_linked_issue": true}
	silent(wanted, base)
	denied(wanted, but_pull({"linkedIssues": []})) == {"the pull request closes no issue of this repository"}
	unsure(wanted, without_pull("linkedIssues")) == {"linked_issue_missing"}
	every odd in [null, 12, "12", {}, ["12"], [1.5], [-1]] {
		unsure(wanted, but_pull({"linkedIssues": odd})) == {"linked_issue_missing"}
	}
}

# Retention.

keeping(days) := but({"check": object.union(release, {"retentionDays": days})})

years := {"retention": {"minimum_days": 2555, "tags": ["financ*"]}}

test_retention if {
	silent(years, keeping(2555))
	silent(years, keeping(4000))
	denied(years, keeping(2554)) == {"the step keeps what it leaves behind for 2554 days; needs 2555"}
	denied(years, keeping(0)) == {"the step keeps what it leaves behind for 0 days; needs 2555"}
	denied(years, base) == {"the step does not say for how long it keeps what it leaves behind; needs 2555 days"}
	every odd in [null, "4000", 4000.5, -1, 3000000000, 1e300, true, []] {
		unsure(years, keeping(odd)) == {"retention_too_short"}
	}
}

test_retention_needs_no_pull_request if {
	silent(years, object.remove(keeping(2555), ["pullRequest", "approvals"]))
}

test_retention_is_about_steps_with_the_tags if {
	silent(years, {"check": {"id": "lint"}})
	silent(years, {"check": {"id": "lint", "tags": ["docs"]}})
	every odd in [null, "finance", {"a": "docs"}, ["docs", 3]] {
		unsure(years, {"check": {"id": "release", "tags": odd}}) == {"retention_too_short"}
	}
}

test_retention_is_about_all_steps_where_no_tags_are_given if {
	written := {"retention": {"minimum_days": 1}}
	rules(answer(written, {"check": {"id": "lint"}}).deny) == {"retention_too_short"}
	rules(answer(written, {}).deny) == {"retention_too_short"}
}

# What there is no pull request for.

everything := {
	"required_labels": {"all": ["approved"]},
	"forbidden_labels": ["wip"],
	"evidence": ["CHANGELOG.md"],
	"require_linked_issue": true,
	"separation_of_duties": {},
}

all_about_pull_requests := {
	"required_labels",
	"forbidden_labels",
	"evidence_missing",
	"linked_issue_missing",
	"separation_of_duties",
}

test_everything_is_there if silent(everything, base)

test_without_a_pull_request_nobody_can_tell if {
	every document in [without("pullRequest"), object.union(without("pullRequest"), {"pullRequest": null}), {}] {
		unsure(everything, document) == all_about_pull_requests
	}
	unsure(by_auditors, without("pullRequest")) == {"separation_of_duties"}
	unsure({}, object.remove(asking(["x"]), ["pullRequest"])) == {"evidence_missing"}
}

# The steps that are meant.

selecting := [
	{"by": {"steps": ["rel*"]}, "check": release, "meant": true},
	{"by": {"steps": ["build"]}, "check": release, "meant": false},
	{"by": {"tags": ["production"]}, "check": release, "meant": true},
	{"by": {"tags": ["production"]}, "check": {"id": "lint"}, "meant": false},
	{"by": {"actions": ["file_?????"]}, "check": release, "meant": true},
	{"by": {"actions": ["llm_*"]}, "check": release, "meant": false},
]

test_the_steps_that_are_meant[format_int(i, 10)] if {
	some i, row in selecting
	wanted := object.union(row.by, {"forbidden_labels": ["docs"]})
	said := answer(wanted, object.union(without("check"), {"check": row.check}))
	said.unknown == set()
	rules(said.deny) == {rule | row.meant; rule := "forbidden_labels"}
}

unreadable := [
	{"by": {"steps": ["release"]}, "check": {"id": null}},
	{"by": {"tags": ["production"]}, "check": {"id": "x", "tags": "production"}},
	{"by": {"actions": ["x"]}, "check": {"id": "x", "action": ["x"]}},
]

test_a_step_that_cannot_be_read_may_be_meant if {
	every row in unreadable {
		document := object.union(without("check"), {"check": row.check})
		unsure(object.union(everything, row.by), document) == all_about_pull_requests
	}
	unsure(object.union(years, {"steps": ["release"]}), {}) == {"retention_too_short"}
}

test_without_parameters_nothing_can_be_told if {
	every given in [{}, {"compliance": null}, {"compliance": []}] {
		said := whole with input as base with data.stepgate.parameters as given
		said.deny == set()
		rules(said.unknown) == {
			"required_labels",
			"forbidden_labels",
			"evidence_missing",
			"linked_issue_missing",
			"separation_of_duties",
			"retention_too_short",
		}
	}
}
