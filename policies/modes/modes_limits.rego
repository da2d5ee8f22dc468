# The limits of a step, and how to write them.
package stepgate.packs.modes

# METADATA
# title: The limits
# description: Those of the run mode, and the general ones where it has none.
limits := object.union(
	object.remove(parameters.limits, ["run_modes"]),
	object.get(parameters, ["limits", "run_modes", run_mode], {}),
) if {
	limited
} else := {}

# METADATA
# description: There are limits, of whatever run mode.
limited if parameters.limits != {}

# METADATA
# description: The run mode, or null.
run_mode := object.get(input, "runMode", null)

# METADATA
# title: What the step limits itself to
# description: By the same keys. Only what can be compared.
own[key] := value if {
	some key, name in names
	value := input.check.limits[name]
	whole(value)
}

# METADATA
# description: The keys of the parameters, with those of the input.
names := {"cost_usd": "costUsd", "llm_calls": "llmCalls", "minutes": "minutes"}

# METADATA
# description: Whether the step says nothing about this limit, or something that can be compared.
understood(written, key) if {
	is_object(written)
	whole(object.get(written, names[key], 0))
}

# METADATA
# description: >-
#   Never more than the step asks for itself: an answer only makes stricter.
written_limits[key] := value if {
	some key, limit in limits
	whole(limit)
	least := min([limit, object.get(own, key, limit)])
	value := written(key, least)
}

# METADATA
# description: A limit as the outputs have it.
# scope: document
written("cost_usd", value) := decimal(value)

written("llm_calls", value) := value

written("minutes", value) := value

# METADATA
# description: An amount as people read it.
# scope: document
in_words("cost_usd", value) := concat(" ", [decimal(value), "USD"])

in_words("llm_calls", value) := concat(" ", [digits(value), "calls of a model"])

in_words("minutes", value) := concat(" ", [digits(value), "minutes"])

# METADATA
# title: An amount in decimals
# description: Exactly what these micro units are, without needless zeros.
decimal(micro) := concat(".", array.concat([digits(quotient(micro, 1000000))], rest)) if {
	fraction := trim_right(six(micro % 1000000), "0")
	rest := [fraction | fraction != ""]
}

# METADATA
# title: A number in digits
# description: In three parts, because format_int of WebAssembly ends the evaluation over a number of more than 31 bits.
digits(number) := text if {
	text := trim_left(
		concat("", [
			six(quotient(number, 1000000000000)),
			six(quotient(number, 1000000) % 1000000),
			six(number % 1000000),
		]),
		"0",
	)
	text != ""
} else := "0"

# METADATA
# description: The last six digits.
six(number) := substring(format_int(1000000 + number, 10), 1, -1)

# METADATA
# description: Exact, which a division alone is not.
quotient(a, b) := (a - (a % b)) / b

# METADATA
# description: >-
#   Every number is less than every text, so that a comparison alone would find no fault with one. Above this, numbers
#   are not exact any more.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 9000000000000000
	value == floor(value)
}
