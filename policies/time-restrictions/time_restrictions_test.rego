package stepgate.packs.time_restrictions_test

import data.stepgate.packs.time_restrictions

berlin := "Europe/Berlin"

hours := {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "17:00"}

night := {"days": ["monday", "friday"], "from": "22:00", "to": "06:00"}

freeze := {"from": 1797721200, "until": 1798585200, "reason": "the end of the year"}

# The parameters as the engine hands them over, with the defaults filled in.
parameters(written) := object.union(
	{
		"zone": berlin,
		"freezes": [],
		"holidays": [],
		"steps": [],
		"tags": [],
		"actions": [],
		"exempt_roles": [],
	},
	written,
)

at(weekday, time) := {
	"now": "2026-11-21T17:20:06Z",
	"epochSeconds": 1795281606,
	"zones": {berlin: {"date": "2026-11-21", "time": time, "weekday": weekday, "minutes": 0}},
}

deploy := {"id": "deploy", "tags": ["production"], "action": "file_write"}

asked(check, time) := {
	"check": check,
	"actor": {"login": "alice", "roles": ["developer"]},
	"time": time,
}

# What is the same for every step, and what is about this one.
parts contains time_restrictions.shared

parts contains time_restrictions.answer

whole := {kind: findings |
	some kind in ["deny", "unknown"]
	findings := {finding | some part in parts; some finding in part[kind]}
}

# The rules that deny and those that cannot tell.
rules(written, document) := {"deny": denied, "unknown": unknown} if {
	answer := whole with input as document
		with data.stepgate.parameters as {"time-restrictions": parameters(written)}
	denied := {finding.rule | some finding in answer.deny}
	unknown := {finding.rule | some finding in answer.unknown}
}

nothing := {"deny": set(), "unknown": set()}

stopped(rule) := {"deny": {rule}, "unknown": set()}

open_question(rule) := {"deny": set(), "unknown": {rule}}

test_nothing_is_switched_on if rules({}, {}) == nothing

business := [
	{"hours": hours, "weekday": "monday", "time": "09:00", "inside": true},
	{"hours": hours, "weekday": "friday", "time": "16:59", "inside": true},
	{"hours": hours, "weekday": "monday", "time": "08:59", "inside": false},
	{"hours": hours, "weekday": "monday", "time": "17:00", "inside": false},
	{"hours": hours, "weekday": "monday", "time": "00:00", "inside": false},
	{"hours": hours, "weekday": "saturday", "time": "12:00", "inside": false},
	{"hours": object.union(hours, {"to": "24:00"}), "weekday": "monday", "time": "23:59", "inside": true},
	{"hours": object.union(hours, {"to": "24:00"}), "weekday": "tuesday", "time": "00:00", "inside": false},
	# Past midnight: the hours belong to the day on which they begin.
	{"hours": night, "weekday": "monday", "time": "22:00", "inside": true},
	{"hours": night, "weekday": "monday", "time": "23:59", "inside": true},
	{"hours": night, "weekday": "tuesday", "time": "05:59", "inside": true},
	{"hours": night, "weekday": "saturday", "time": "00:00", "inside": true},
	{"hours": night, "weekday": "tuesday", "time": "06:00", "inside": false},
	{"hours": night, "weekday": "monday", "time": "05:59", "inside": false},
	{"hours": night, "weekday": "monday", "time": "21:59", "inside": false},
	{"hours": night, "weekday": "tuesday", "time": "22:00", "inside": false},
	{"hours": night, "weekday": "sunday", "time": "23:00", "inside": false},
	# What has no minute lets nobody in.
	{"hours": object.union(hours, {"to": "09:00"}), "weekday": "monday", "time": "09:00", "inside": false},
]

test_business_hours[concat(" ", [row.weekday, row.time, row.hours.from, row.hours.to])] if {
	some row in business
	expected := {true: nothing, false: stopped("outside_business_hours")}[row.inside]
	rules({"business_hours": row.hours}, asked(deploy, at(row.weekday, row.time))) == expected
}

test_the_message_says_what_the_clock_shows if {
	answer := whole with input as asked(deploy, at("saturday", "18:20"))
		with data.stepgate.parameters as {"time-restrictions": parameters({"business_hours": hours})}
	answer == {
		"unknown": set(),
		"deny": {{
			"rule": "outside_business_hours",
			"message": concat("", [
				"it is saturday 18:20 in Europe/Berlin, outside the business hours 09:00 to 17:00 of ",
				"monday, tuesday, wednesday, thursday, friday",
			]),
			"way_out": "run it again in business hours",
		}},
	}
}

second(epoch) := asked(deploy, {"epochSeconds": epoch, "zones": {}})

freezing := [
	{"epoch": 1797721199, "expect": nothing},
	{"epoch": 1797721200, "expect": stopped("change_freeze")},
	{"epoch": 1798585199, "expect": stopped("change_freeze")},
	{"epoch": 1798585200, "expect": nothing},
	{"epoch": 0, "expect": nothing},
]

test_a_freeze_is_from_its_first_second_to_before_its_last[row.epoch] if {
	some row in freezing
	rules({"freezes": [freeze]}, second(row.epoch)) == row.expect
}

test_the_message_says_why_and_until_when if {
	answer := whole with input as second(1797721200)
		with data.stepgate.parameters as {"time-restrictions": parameters({"freezes": [freeze]})}
	answer.deny == {{
		"rule": "change_freeze",
		"message": "changes are frozen until 2026-12-29 23:00 UTC: the end of the year",
		"way_out": "run it again after 2026-12-29 23:00 UTC",
	}}
}

# The moment 1797721200 is the first of `freeze`, which ends at 2026-12-29 23:00 UTC.
following := [
	{"case": "touches", "freezes": [[1798585200, 1798592400]], "expect": "2026-12-30 01:00"},
	{"case": "overlaps", "freezes": [[1798585199, 1798592400]], "expect": "2026-12-30 01:00"},
	{"case": "is not there yet", "freezes": [[1798585201, 1798592400]], "expect": "2026-12-29 23:00"},
	{"case": "is followed", "freezes": [[1798592400, 1798596000], [1798585200, 1798592400]], "expect": "2026-12-30 02:00"},
	{"case": "is within it", "freezes": [[1797721201, 1797721202]], "expect": "2026-12-29 23:00"},
]

test_the_way_out_is_after_the_last_freeze_of_a_row[row.case] if {
	some row in following
	others := [{"from": from, "until": until, "reason": "x"} | some [from, until] in row.freezes]
	answer := whole with input as second(1797721200)
		with data.stepgate.parameters as {"time-restrictions": parameters({"freezes": array.concat([freeze], others)})}
	{finding.way_out | some finding in answer.deny} == {concat("", ["run it again after ", row.expect, " UTC"])}
}

test_every_freeze_that_holds_is_named if {
	answer := whole with input as second(1797721200)
		with data.stepgate.parameters as {"time-restrictions": parameters({"freezes": [
			freeze,
			{"from": 0, "until": 253402300800, "reason": "this repository is archived"},
			{"from": 0, "until": 1, "reason": "long gone"},
		]})}
	{finding.message | some finding in answer.deny} == {
		"changes are frozen until 2026-12-29 23:00 UTC: the end of the year",
		"changes are frozen until 10000-01-01 00:00 UTC: this repository is archived",
	}
}

moments := [
	{"seconds": 0, "text": "1970-01-01 00:00 UTC"},
	{"seconds": 59, "text": "1970-01-01 00:00 UTC"},
	{"seconds": 86399, "text": "1970-01-01 23:59 UTC"},
	{"seconds": 951782400, "text": "2000-02-29 00:00 UTC"},
	{"seconds": 951868800, "text": "2000-03-01 00:00 UTC"},
	{"seconds": 1709164800, "text": "2024-02-29 00:00 UTC"},
	{"seconds": 1740787199, "text": "2025-02-28 23:59 UTC"},
	{"seconds": 1767225599, "text": "2025-12-31 23:59 UTC"},
	{"seconds": 1767225600, "text": "2026-01-01 00:00 UTC"},
	{"seconds": 4107542399, "text": "2100-02-28 23:59 UTC"},
	{"seconds": 4107542400, "text": "2100-03-01 00:00 UTC"},
	{"seconds": 13574606400, "text": "2400-02-29 12:00 UTC"},
	{"seconds": 253402300799, "text": "9999-12-31 23:59 UTC"},
]

test_a_moment_in_words[row.text] if {
	some row in moments
	time_restrictions.instant(row.seconds) == row.text
}

test_a_holiday_stops if {
	rules({"holidays": ["2026-11-21"]}, asked(deploy, at("saturday", "18:20"))) == stopped("holiday")
	rules({"holidays": ["2026-11-22", "2025-11-21"]}, asked(deploy, at("saturday", "18:20"))) == nothing
}

test_everything_that_is_against_it_is_said if {
	written := {"business_hours": hours, "holidays": ["2026-11-21"], "freezes": [{"from": 0, "until": 9999999999, "reason": "x"}]}
	answer := rules(written, asked(deploy, at("saturday", "18:20")))
	answer == {"deny": {"outside_business_hours", "holiday", "change_freeze"}, "unknown": set()}
}

# What is not known is never nothing.

all_on := {"business_hours": hours, "holidays": ["2026-11-21"], "freezes": [freeze]}

test_without_the_time_nothing_can_be_told if {
	every document in [{"check": deploy}, asked(deploy, null), asked(deploy, {}), asked(deploy, "12:00"), asked(deploy, [])] {
		rules(all_on, document) == {"deny": set(), "unknown": {"outside_business_hours", "holiday", "change_freeze"}}
	}
}

test_a_second_that_is_no_number_is_not_known if {
	every epoch in ["1797721200", null, true, [], {}, -1, 1797721200.5, 253402300801, 1e300] {
		rules({"freezes": [freeze]}, second(epoch)) == open_question("change_freeze")
	}
}

odd_clocks := [
	{"name": "another zone", "zones": {"UTC": {"date": "2026-11-21", "time": "12:00", "weekday": "monday"}}},
	{"name": "zones that are null", "zones": null},
	{"name": "zones that are a list", "zones": [berlin]},
	{"name": "no clock", "zones": {berlin: null}},
	{"name": "no date", "zones": {berlin: {"time": "12:00", "weekday": "monday"}}},
	{"name": "a date of another form", "zones": {berlin: {"date": "2026-11-1", "time": "12:00", "weekday": "monday"}}},
	{"name": "no time", "zones": {berlin: {"date": "2026-11-21", "weekday": "monday"}}},
	{"name": "a time that is a number", "zones": {berlin: {"date": "2026-11-21", "time": 12, "weekday": "monday"}}},
	{"name": "a short time", "zones": {berlin: {"date": "2026-11-21", "time": "9:00", "weekday": "monday"}}},
	{"name": "a time past the day", "zones": {berlin: {"date": "2026-11-21", "time": "24:00", "weekday": "monday"}}},
	{"name": "no day", "zones": {berlin: {"date": "2026-11-21", "time": "12:00"}}},
	{"name": "a day of another name", "zones": {berlin: {"date": "2026-11-21", "time": "12:00", "weekday": "Monday"}}},
	{"name": "a day that is a number", "zones": {berlin: {"date": "2026-11-21", "time": "12:00", "weekday": 1}}},
]

test_a_clock_that_cannot_be_read_is_not_known[row.name] if {
	some row in odd_clocks
	document := asked(deploy, {"epochSeconds": 1795281606, "zones": row.zones})
	rules({"business_hours": hours}, document) == open_question("outside_business_hours")
	rules({"holidays": ["2026-12-25"]}, document) == open_question("holiday")
}

test_a_zone_that_is_not_there_is_not_known if {
	answer := whole with input as asked(deploy, at("monday", "12:00"))
		with data.stepgate.parameters as {"time-restrictions": {"business_hours": hours}}
	{finding.message | some finding in answer.unknown} == {"the local time of the zone is not known"}
}

test_a_freeze_without_bounds_is_not_known if {
	every bounds in [{"from": "2026-12-20"}, {"until": "2026-12-30"}, {"from": null}, {"until": 1e15}, {"until": 1.5}, {"from": -1}] {
		rules({"freezes": [object.union(freeze, bounds)]}, second(1797721200)) == open_question("change_freeze")
	}
}

test_business_hours_without_bounds_are_not_known if {
	every odd in [{"days": "monday"}, {"days": [1]}, {"from": 9}, {"to": null}] {
		document := asked(deploy, at("monday", "12:00"))
		rules({"business_hours": object.union(hours, odd)}, document) == open_question("outside_business_hours")
	}
}

test_without_parameters_nothing_can_be_told if {
	every given in [{}, {"time-restrictions": null}, {"time-restrictions": []}] {
		answer := whole with input as asked(deploy, at("monday", "12:00"))
			with data.stepgate.parameters as given
		answer.deny == set()
		{finding.rule | some finding in answer.unknown} == {"outside_business_hours", "holiday", "change_freeze"}
	}
}
