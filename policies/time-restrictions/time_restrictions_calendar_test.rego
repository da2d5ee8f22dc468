# In a file of its own, because WebAssembly has no calendar to compare with.
package stepgate.packs.time_restrictions_calendar_test

import data.stepgate.packs.time_restrictions

# The same as the calendar of OPA itself, which ends in the year 2262.
test_moments_are_those_of_the_calendar if {
	every n in numbers.range(0, 200) {
		day := n * 523
		[year, month, date] := time.date((day * 86400) * 1000000000)
		time_restrictions.instant(day * 86400) == sprintf("%04d-%02d-%02d 00:00 UTC", [year, month, date])
	}
}
