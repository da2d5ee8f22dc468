package stepgate.packs.time_restrictions_test

import data.stepgate.packs.time_restrictions

# The steps that are meant.

closed := {"business_hours": hours}

selecting := [
	{"name": "all", "by": {}, "check": {"id": "deploy"}, "meant": true},
	{"name": "by id", "by": {"steps": ["build", "deploy"]}, "check": {"id": "deploy"}, "meant": true},
	{"name": "another id", "by": {"steps": ["build"]}, "check": {"id": "deploy"}, "meant": false},
	{"name": "by a pattern", "by": {"steps": ["deploy-*"]}, "check": {"id": "deploy-eu/west.1"}, "meant": true},
	{"name": "a pattern is whole", "by": {"steps": ["deploy"]}, "check": {"id": "deploy-eu"}, "meant": false},
	{"name": "a pattern is whole, too", "by": {"steps": ["eu-*"]}, "check": {"id": "deploy-eu-1"}, "meant": false},
	{"name": "one character", "by": {"steps": ["deploy-?"]}, "check": {"id": "deploy-ü"}, "meant": true},
	{"name": "one character is one", "by": {"steps": ["deploy-?"]}, "check": {"id": "deploy-12"}, "meant": false},
	{"name": "a dot is a dot", "by": {"steps": ["a.b*"]}, "check": {"id": "axb"}, "meant": false},
	{"name": "signs mean themselves", "by": {"steps": ["(a+b)^$|.*"]}, "check": {"id": "(a+b)^$|.c"}, "meant": true},
	{"name": "a line end is a character", "by": {"steps": ["deploy*"]}, "check": {"id": "deploy\nx"}, "meant": true},
	{"name": "by a tag", "by": {"tags": ["prod*"]}, "check": deploy, "meant": true},
	{"name": "another tag", "by": {"tags": ["staging"]}, "check": deploy, "meant": false},
	{"name": "no tags", "by": {"tags": ["prod*"]}, "check": {"id": "deploy"}, "meant": false},
	{"name": "by the action", "by": {"actions": ["file_*"]}, "check": deploy, "meant": true},
	{"name": "another action", "by": {"actions": ["llm_call"]}, "check": deploy, "meant": false},
	{"name": "no action", "by": {"actions": ["file_*"]}, "check": {"id": "deploy"}, "meant": false},
	{"name": "one of three", "by": {"steps": ["x"], "tags": ["production"], "actions": ["y"]}, "check": deploy, "meant": true},
	{"name": "none of three", "by": {"steps": ["x"], "tags": ["y"], "actions": ["z"]}, "check": deploy, "meant": false},
]

test_the_steps_that_are_meant[row.name] if {
	some row in selecting
	expected := {true: stopped("outside_business_hours"), false: nothing}[row.meant]
	rules(object.union(closed, row.by), asked(row.check, at("sunday", "12:00"))) == expected
}

unreadable := [
	{"name": "no step", "by": {"steps": ["deploy"]}, "check": null},
	{"name": "no id", "by": {"steps": ["deploy"]}, "check": {}},
	{"name": "an id that is a list", "by": {"steps": ["deploy*"]}, "check": {"id": ["deploy"]}},
	{"name": "no step, by tags", "by": {"tags": ["production"]}, "check": "deploy"},
	{"name": "tags that are a text", "by": {"tags": ["production"]}, "check": {"id": "x", "tags": "production"}},
	{"name": "a tag that is a number", "by": {"tags": ["production"]}, "check": {"id": "x", "tags": ["y", 3]}},
	{"name": "tags that are null", "by": {"tags": ["production"]}, "check": {"id": "x", "tags": null}},
	{"name": "an action that is a number", "by": {"actions": ["x"]}, "check": {"id": "x", "action": 3}},
	{"name": "an action that is null", "by": {"actions": ["x"]}, "check": {"id": "x", "action": null}},
]

test_a_step_that_cannot_be_read_may_be_meant[row.name] if {
	some row in unreadable
	written := object.union(closed, row.by)
	rules(written, asked(row.check, at("sunday", "12:00"))) == open_question("outside_business_hours")
}

test_a_step_that_is_not_there_may_be_meant if {
	rules(object.union(closed, {"steps": ["deploy"]}), {"time": at("sunday", "12:00")}) == open_question("outside_business_hours")
}

test_without_a_list_it_does_not_matter_which_step_it_is if {
	rules(closed, {"time": at("sunday", "12:00")}) == stopped("outside_business_hours")
}

# Who is exempt.

people := [
	{"name": "the actor", "actor": {"roles": ["release"]}, "exempt": true},
	{"name": "the actor without", "actor": {"roles": ["developer"]}, "exempt": false},
	{"name": "roles that are not known", "actor": {}, "exempt": false},
	{"name": "roles that are a text", "actor": {"roles": "release"}, "exempt": false},
	{"name": "nobody", "actor": null, "exempt": false},
	{"name": "everybody", "actor": {"roles": ["release"]}, "others": [{"roles": ["x", "release"]}], "exempt": true},
	{"name": "not everybody", "actor": {"roles": ["release"]}, "others": [{"roles": ["release"]}, {"roles": []}], "exempt": false},
	{"name": "another whose roles are not known", "actor": {"roles": ["release"]}, "others": [{"login": "bob"}], "exempt": false},
	{"name": "others that are no list", "actor": {"roles": ["release"]}, "others": {}, "exempt": false},
	{"name": "others that are null", "actor": {"roles": ["release"]}, "others": null, "exempt": false},
	{"name": "another but not the actor", "actor": {"roles": []}, "others": [{"roles": ["release"]}], "exempt": false},
]

test_who_is_exempt[row.name] if {
	some row in people
	written := object.union(closed, {"exempt_roles": ["release"]})
	expected := {true: nothing, false: stopped("outside_business_hours")}[row.exempt]
	document := object.union(object.filter(row, ["actor", "others"]), {"check": deploy, "time": at("sunday", "12:00")})
	rules(written, document) == expected
}

test_for_the_exempt_it_does_not_matter_what_is_not_known if {
	written := object.union(closed, {"exempt_roles": ["release"], "steps": ["deploy"], "freezes": [freeze]})
	rules(written, {"actor": {"roles": ["release"]}}) == nothing
}
