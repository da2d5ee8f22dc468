# In how many ways a path may be spelled: the part of the pack that reads one text. Somebody who writes a path may mean
# it for Windows, for an address or for a shell; what is found sensitive in one of these readings is sensitive.
package stepgate.packs.data_privacy

# METADATA
# description: One of the readings of the text is a sensitive path, and not one that is fine.
is_sensitive(text) if {
	some reading in readings(text)
	looks_sensitive(reading)
	not is_fine(reading)
}

# METADATA
# description: >-
#   What the text may mean: as it is, with its percent-encoding taken away once or as often as it goes, and with its
#   backslashes as those of Windows or of a shell.
readings(text) := {replace(plain, "\\", slash) |
	some plain in array.concat([decoded(text, "")], unwrapped(text))
	some slash in ["/", ""]
}

# METADATA
# description: >-
#   The text, and what is left of it after each of three rounds; a round takes away every `25` after a percent sign.
#   More rounds are only needed where the digits of an encoding are encoded themselves.
unwrapped(text) := [text, first, second, third] if {
	first := decoded(text, "(?:25)*")
	second := decoded(first, "(?:25)*")
	third := decoded(second, "(?:25)*")
}

# Nobody means anything honest by so many layers.
is_sensitive(text) if {
	last := unwrapped(text)[3]
	decoded(last, "(?:25)*") != last
}

# METADATA
# description: The path, as it is written or as it is resolved, has a part or an end that makes it sensitive.
looks_sensitive(path) if {
	some form in {path, resolved(path)}
	some needle in needles
	contains(fold(concat("", ["/", form])), needle)
}

looks_sensitive(path) if {
	some form in {path, resolved(path)}
	some suffix in suffixes
	contains(fold(form), suffix)
	some end in array.concat([form], [match[0] | some match in words(form)])
	some name in [end, trim_right(end, " ./")]
	endswith(fold(name), suffix)
}

# METADATA
# description: What may be a path in a longer text, such as a command.
words(text) := regex.find_all_string_submatch_n(`[\pL\pN\pM_.~+/$-]+`, text, -1)

# METADATA
# description: The path is one of those that may be named all the same.
is_fine(path) if {
	not ".." in split(path, "/")
	some pattern in params.allow
	glob.match(pattern, ["/"], resolved(path))
}

# METADATA
# description: The path without empty parts, without . and without .. and what that leaves.
resolved(path) := concat("", [regex.find_all_string_submatch_n("^/?", path, 1)[0][0], concat("/", kept)]) if {
	parts := [part | some part in split(path, "/"); not part in {"", "."}]
	depths := [depth |
		some i, _ in parts
		ups := count([1 | some part in array.slice(parts, 0, i + 1); part == ".."])
		depth := (i + 1) - (2 * ups)
	]
	kept := [part |
		some i, part in parts
		part != ".."
		min(array.slice(depths, i, count(depths))) == depths[i]
	]
}

# METADATA
# description: The text without its percent-encoding; `again` is what may stand between a percent sign and its digits.
decoded(text, again) := text if {
	not contains(text, "%")
} else := concat("", [piece |
	some match in regex.find_all_string_submatch_n(replace(escapes, "%(", concat("", ["%", again, "("])), text, -1)
	piece := meant(match)
])

# METADATA
# description: The character that is encoded there, or what is there.
meant(match) := character([byte(digits) | some i, digits in match; i > 0; digits != ""]) if {
	concat("", array.slice(match, 1, count(match))) != ""
} else := match[0]

# METADATA
# description: The well-formed encodings of a character in one to three bytes of UTF-8, and everything that is none.
escapes := concat("|", [
	`(?i)%(c[2-9a-f]|d[0-9a-f])%([89ab][0-9a-f])`, `%(e0)%([ab][0-9a-f])%([89ab][0-9a-f])`,
	`%(e[1-9a-cef])%([89ab][0-9a-f])%([89ab][0-9a-f])`, `%(ed)%([89][0-9a-f])%([89ab][0-9a-f])`,
	`%([0-7][0-9a-f])`, "[^%]+", "%",
])

# METADATA
# description: The number that two digits stand for.
byte(digits) := (16 * indexof(hex, substring(lower(digits), 0, 1))) + indexof(hex, substring(lower(digits), 1, 1))

# METADATA
# description: The digits.
hex := "0123456789abcdef"

# METADATA
# description: The character that these bytes of UTF-8 are.
character(bytes) := json.unmarshal(concat("", ["\"\\u", substring(format_int(65536 + code(bytes), 16), 1, 4), "\""]))

# METADATA
# description: Its number in Unicode; what the first bits of the bytes say of their place is taken off.
code(bytes) := bytes[0] if {
	count(bytes) == 1
} else := ((bytes[0] * 64) + bytes[1]) - 12416 if {
	count(bytes) == 2
} else := (((bytes[0] * 4096) + (bytes[1] * 64)) + bytes[2]) - 925824
