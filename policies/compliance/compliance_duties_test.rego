package stepgate.packs.compliance_test

import data.stepgate.packs.compliance

# Separation of duties.

approved_by(people) := {"approvals": {"approved": people}}

person(login, role) := {"login": login, "roles": [role]}

two := {"separation_of_duties": {"count": 2}}

one := {"separation_of_duties": {}}

test_somebody_else_has_approved if silent(one, base)

test_the_people_behind_the_run_do_not_count if {
	denied(two, base) == {"needs the approval of 2 who neither wrote, pushed nor started this; there are 1"}
	every login in ["alice", "ALICE", "bob", "Dora"] {
		denied(one, but(approved_by([person(login, "auditor")]))) == {"needs the approval of 1 who neither wrote, pushed nor started this; there are 0"}
	}
}

test_the_actor_need_not_be_the_author if {
	document := but(object.union(approved_by([person("erin", "x")]), {"actor": {"login": "Erin"}}))
	denied(one, document) == {"needs the approval of 1 who neither wrote, pushed nor started this; there are 0"}
}

test_who_starts_the_run_by_a_review_may_give_it if {
	reviewed := {"repository": {"event": "pull_request_review"}, "sender": {"login": "dora"}}
	document := but(object.union(approved_by([person("dora", "auditor")]), reviewed))
	silent(one, document)
	denied(one, object.union(document, {"repository": {"event": "pull_request"}})) == {"needs the approval of 1 who neither wrote, pushed nor started this; there are 0"}
}

test_one_person_counts_once if {
	document := but(approved_by([person("carol", "x"), person("Carol", "y")]))
	denied(two, document) == {"needs the approval of 2 who neither wrote, pushed nor started this; there are 1"}
}

test_nobody_but_the_author_is_behind_the_run if {
	silent(one, object.remove(base, ["sender", "others"]))
}

by_auditors := {"separation_of_duties": {"roles": ["auditor", "legal"], "count": 1}}

test_with_roles_it_waits if {
	said := answer(by_auditors, but(approved_by([])))
	said.deny == set()
	said.unknown == set()
	said.approve == {{
		"rule": "separation_of_duties",
		"message": "needs the approval of 1 with one of the roles auditor, legal who neither wrote, pushed nor started this",
		"way_out": "ask one of them for a review",
		"approvals": {"count": 1, "roles": ["auditor", "legal"], "teams": [], "users": []},
	}}
}

# The gate sees that it is met.
test_with_roles_it_says_so_when_it_is_met_too if {
	said := answer(by_auditors, base)
	said.deny == set()
	count(said.approve) == 1
}

test_with_roles_another_role_does_not_count if {
	said := answer(by_auditors, but(approved_by([person("bob", "developer"), {"login": "carol", "roles": []}])))
	said.deny == set()
	count(said.approve) == 1
}

test_with_roles_those_behind_the_run_cannot_meet_it if {
	said := answer(by_auditors, but(approved_by([person("bob", "legal")])))
	messages(said.deny) == {"only 0 of those who approved have no part in this"}
	{finding.way_out | some finding in said.deny} == {"ask somebody else who has one of the roles auditor, legal"}
}

test_approvals_that_cannot_be_read_are_not_known if {
	every written in [one, by_auditors] {
		unsure(written, without("approvals")) == {"separation_of_duties"}
		every odd in [null, [], {}, "carol", {"approved": null}, {"approved": {"login": "carol", "roles": []}}] {
			unsure(written, but({"approvals": null})) == {"separation_of_duties"}
			unsure(written, object.union(without("approvals"), {"approvals": odd})) == {"separation_of_duties"}
		}
		every odd in [null, "carol", {"login": "carol"}, {"login": 3, "roles": []}, {"login": "", "roles": []}, {"login": "carol", "roles": "auditor"}] {
			unsure(written, but(approved_by([odd]))) == {"separation_of_duties"}
		}
	}
}

nameless := [
	{"actor": null},
	{"actor": {"login": null}},
	{"actor": {"login": ""}},
	{"sender": null},
	{"sender": "dora"},
	{"sender": {"login": 3}},
	{"others": null},
	{"others": {"login": "bob"}},
	{"others": ["bob"]},
	{"others": [{"login": "bob"}, {"roles": []}]},
	{"pullRequest": object.union(pull, {"author": null})},
]

test_somebody_without_a_name_may_be_anybody if {
	every written in [one, by_auditors] {
		unsure(written, without("actor")) == {"separation_of_duties"}
		unsure(written, without_pull("author")) == {"separation_of_duties"}
		every change in nameless {
			document := object.union(object.remove(base, object.keys(change)), change)
			unsure(written, document) == {"separation_of_duties"}
		}
	}
}
