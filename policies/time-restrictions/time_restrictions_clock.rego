# What the clock shows, and how to read and write it.
package stepgate.packs.time_restrictions

# METADATA
# title: The moment
# description: Seconds since 1970. Undefined where it is nothing that can be compared with the bounds of a freeze.
now := seconds if {
	seconds := input.time.epochSeconds
	whole(seconds)
}

# METADATA
# description: Whether a freeze has a beginning and an end that can be compared.
bounded(freeze) if {
	whole(freeze.from)
	whole(freeze.until)
}

# METADATA
# title: The end of the last freeze
# description: The first moment from this end of a freeze on at which no other one holds.
thaw(ends) := min({open | some open in open_ends; open >= ends})

# METADATA
# description: The ends of freezes at which no other one holds.
open_ends contains freeze.until if {
	some freeze in parameters.freezes
	bounded(freeze)
	not frozen(freeze.until)
}

# METADATA
# description: Whether changes are frozen at this moment.
frozen(moment) if {
	some freeze in parameters.freezes
	bounded(freeze)
	freeze.from <= moment
	moment < freeze.until
}

# METADATA
# description: >-
#   Every number is less than every text, so that a comparison alone would find no fault with one. The last moment is
#   the end of the year 9999: WebAssembly cannot write down the years of much later ones.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 253402300800
	value == floor(value)
}

# METADATA
# title: What the clock of the zone shows
# description: Undefined where any part of it is not what it has to be.
local := shown if {
	shown := input.time.zones[parameters.zone]
	is_string(shown.date)
	count(shown.date) == 10
	is_string(shown.time)
	count(shown.time) == 5
	shown.time < "24:00"
	day_before[shown.weekday]
}

# METADATA
# description: The days of the week, each with the one before it.
day_before := {
	"monday": "sunday",
	"tuesday": "monday",
	"wednesday": "tuesday",
	"thursday": "wednesday",
	"friday": "thursday",
	"saturday": "friday",
	"sunday": "saturday",
}

# METADATA
# title: Within the business hours
# description: >-
#   Times of a fixed width compare as texts. Hours that end before they begin go on past midnight, and what is after
#   midnight belongs to the day before.
# scope: document
within(hours) if {
	hours.from < hours.to
	local.weekday in hours.days
	local.time >= hours.from
	local.time < hours.to
}

within(hours) if {
	hours.to < hours.from
	local.weekday in hours.days
	local.time >= hours.from
}

within(hours) if {
	hours.to < hours.from
	day_before[local.weekday] in hours.days
	local.time < hours.to
}

# METADATA
# title: A moment in words
# description: >-
#   The date and time in UTC. WebAssembly has no calendar, so that this counts years of the Gregorian one from March on:
#   leap days come last then, and 400 years always have 146,097 days.
instant(seconds) := concat("", [
	pad(year, 4), "-", pad(month, 2), "-", pad(day, 2), " ", pad(hour, 2), ":", pad(minute, 2), " UTC",
]) if {
	hour := quotient(seconds % 86400, 3600)
	minute := quotient(seconds % 3600, 60)

	# The day 0 is the first of March of the year 0.
	days := quotient(seconds, 86400) + 719468
	era := quotient(days, 146097)
	in_era := days % 146097
	leaps := (quotient(in_era, 1460) - quotient(in_era, 36524)) + quotient(in_era, 146096)
	years := quotient(in_era - leaps, 365)
	in_year := in_era - (((365 * years) + quotient(years, 4)) - quotient(years, 100))
	from_march := quotient((5 * in_year) + 2, 153)
	day := (in_year - quotient((153 * from_march) + 2, 5)) + 1
	month := ((from_march + 2) % 12) + 1
	year := (years + (era * 400)) + quotient(from_march, 10)
}

# METADATA
# description: Exact, which a division alone is not.
quotient(a, b) := (a - (a % b)) / b

# METADATA
# description: The number with as many zeros before it as the width needs.
pad(number, width) := concat("", [substring("0000", 0, max([0, width - count(digits)])), digits]) if {
	digits := format_int(number, 10)
}
