# In how many ways a path may be spelled: the part of the pack that reads one text. Somebody who writes a path may mean
# it for Windows, for an address or for a shell; what is found sensitive in one of these readings is sensitive.
package stepgate.packs.data_privacy

# METADATA
# description: The text is sensitive, or so long that nobody looks at it.
is_stopped(text, longest) if count(text) > longest

is_stopped(text, longest) if {
	count(text) <= longest
	is_sensitive(text)
}

# METADATA
# description: How long a path may be, in characters; no usual file system knows longer ones.
longest_path := 4096

# METADATA
# description: Why a name is among them, where that is not to be seen in it.
why(name, longest) := " (too long to be looked at)" if {
	count(name) > longest
} else := ""

# METADATA
# description: The text is a sensitive path in one of the ways to read it. Nobody means anything honest by many layers.
is_sensitive(text) if {
	not contains(text, "%")
	has_sensitive(unescaped([text]))
}

is_sensitive(text) if {
	contains(text, "%")
	rounds := unwrapped(text)
	is_odd(array.concat(rounds, once(text)), rounds[3])
}

# METADATA
# description: One of the forms is sensitive, or there is one more layer below the last one.
is_odd(plain, _) if has_sensitive(unescaped(plain))
is_odd(_, last) if peeled(last) != last

# METADATA
# description: One of the readings of the text is a sensitive path, and not one that is fine.
has_sensitive(readings) if {
	some reading in readings
	looks_sensitive(reading)
	not is_fine(reading)
}

# METADATA
# description: What the forms of a text may mean, with their backslashes as those of Windows or of a shell.
unescaped(plain) := {replace(form, "\\", slash) |
	some form in plain
	some slash in ["/", ""]
}

# METADATA
# description: The text with its percent-encoding taken away once, where that is something else than a round takes away.
once(text) := [decoded(text)] if {
	contains(text, "%25")
} else := []

# METADATA
# description: >-
#   The text, and what is left of it after each of three rounds; a round takes away every `25` after a percent sign.
#   More rounds are only needed where the digits of an encoding are encoded themselves.
unwrapped(text) := [text, first, second, third] if {
	first := peeled(text)
	second := peeled(first)
	third := peeled(second)
}

# METADATA
# description: The path, as it is written or as it is resolved, has a part or an end that makes it sensitive.
looks_sensitive(path) if {
	some form in forms(path)
	folded := fold(concat("", ["/", form]))
	some needle in needles
	contains(folded, needle)
}

looks_sensitive(path) if {
	some form in forms(path)
	folded := fold(form)
	some suffix in suffixes
	contains(folded, suffix)
	some end in array.concat([folded], [match[0] | some match in words(folded)])
	some name in [end, trim_right(end, " ./")]
	endswith(name, suffix)
}

# To follow `..` through so many folders would take long, and nobody means anything honest by it.
looks_sensitive(path) if {
	parts := split(path, "/")
	count(parts) > max_parts
	".." in parts
}

# METADATA
# description: The path as it is written, and as it is resolved where that is something else.
forms(path) := {path, resolved(path)} if {
	between := concat("", ["/", path, "/"])
	some odd in ["//", "/./", "/../"]
	contains(between, odd)
} else := {path}

# METADATA
# description: In how many parts a path with `..` is resolved.
max_parts := 64

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
# description: The path without empty parts, without . and, where it is short enough, without .. and what that leaves.
resolved(path) := concat("", [root(path), concat("/", kept(parts))]) if {
	parts := [part | some part in split(path, "/"); not part in {"", "."}]
}

# METADATA
# description: What an absolute path begins with.
root(path) := "/" if {
	startswith(path, "/")
} else := ""

# METADATA
# description: The parts that are left where each .. takes away the one before it.
kept(parts) := parts if {
	not ".." in parts
} else := parts if {
	count(parts) > max_parts
} else := [part |
	depths := [depth |
		some i, _ in parts
		ups := count([1 | some part in array.slice(parts, 0, i + 1); part == ".."])
		depth := (i + 1) - (2 * ups)
	]
	some i, part in parts
	part != ".."
	min(array.slice(depths, i, count(depths))) == depths[i]
]

# METADATA
# description: >-
#   The text without its percent-encoding, and without every `25` that follows a percent sign. Many of them are taken away
#   at a time, then fewer, so that the text is gone through a few times however many there are.
peeled(text) := decoded(text) if {
	not contains(text, "%25")
} else := decoded(fewer) if {
	many := replace(replace(replace(text, layers(1024), "%"), layers(512), "%"), layers(256), "%")
	some_left := replace(replace(replace(many, layers(128), "%"), layers(64), "%"), layers(32), "%")
	few := replace(replace(replace(some_left, layers(16), "%"), layers(8), "%"), layers(4), "%")
	fewer := replace(replace(few, layers(2), "%"), layers(1), "%")
}

# METADATA
# description: So many layers around a percent sign.
layers(number) := concat("", ["%", substring(replace("25252525", "25", replace(sixteen, "25", sixteen)), 0, 2 * number)])

# METADATA
# description: Sixteen of them; for each of these as many give 256, and four times that is more than a path can hold.
sixteen := "25252525252525252525252525252525"

# METADATA
# description: The text without its percent-encoding, once.
decoded(text) := text if {
	not contains(text, "%")
} else := concat("", [meant(pieces, i) |
	pieces := split(text, "%")
	some i, _ in pieces
])

# METADATA
# description: What stands in this piece, of which a percent sign was before all but the first.
meant(pieces, i) := pieces[0] if {
	i == 0
} else := concat("", [single, substring(pieces[i], 2, -1)]) if {
	single := ascii[digits(pieces[i])]
} else := concat("", ["%", pieces[i]]) if {
	not numbers_of[digits(pieces[i])]
} else := concat("", [letter, substring(pieces[i], 2, -1)]) if {
	not is_wide
} else := concat("", [character(pieces, i, long), substring(pieces[(i + long) - 1], 2, -1)]) if {
	long := length(pieces, i)
} else := "" if {
	some back in [1, 2]
	length(pieces, i - back) > back
} else := concat("", ["%", pieces[i]])

# METADATA
# description: What stands for letters beyond ASCII where it makes no difference which ones they are.
letter := "ß"

# METADATA
# description: Whether what is looked for has letters beyond ASCII in it.
is_wide := count([1 | some text in array.concat(needles, suffixes); regex.match(`[^\x00-\x7f]`, text)]) > 0

# METADATA
# description: The two digits that a piece begins with.
digits(piece) := lower(substring(piece, 0, 2))

# METADATA
# description: In how many bytes of UTF-8 the character is that begins here, where they are well-formed.
length(pieces, i) := long if {
	i > 0
	lead := digits(pieces[i])
	long := lengths[lead]
	numbers_after := [numbers_of[digits(piece)] | some piece in array.slice(pieces, i + 1, i + long)]
	count(numbers_after) == long - 1
	every number in numbers_after {
		number >= 128
		number < 192
	}
	numbers_after[0] >= object.get(least, lead, 128)
	numbers_after[0] <= object.get(most, lead, 191)
	every piece in array.slice(pieces, i, (i + long) - 1) {
		count(piece) == 2
	}
}

# METADATA
# description: The least and the greatest second byte where those of a first one are fewer than usual.
least := {"e0": 160}

most := {"ed": 159}

# METADATA
# description: The bytes with which a character of two or three begins.
lengths := {digits: long |
	some digits, number in numbers_of
	number > 193
	number < 240
	long := 2 + floor(number / 224)
}

# METADATA
# description: The number that two digits stand for.
numbers_of := {substring(format_int(256 + number, 16), 1, 2): number | some number in numbers.range(0, 255)}

# METADATA
# description: The characters of one byte.
ascii := {digits: unicode(number) | some digits, number in numbers_of; number < 128}

# METADATA
# description: The character of several bytes that begins here; what the first bits of the bytes say of their place is taken off.
character(pieces, i, long) := unicode(((numbers_of[digits(pieces[i])] * 64) + numbers_of[digits(pieces[i + 1])]) - 12416) if {
	long == 2
} else := unicode(number) if {
	high := (numbers_of[digits(pieces[i])] * 4096) + (numbers_of[digits(pieces[i + 1])] * 64)
	number := (high + numbers_of[digits(pieces[i + 2])]) - 925824
}

# METADATA
# description: The character with this number.
unicode(number) := json.unmarshal(concat("", ["\"\\u", substring(format_int(65536 + number, 16), 1, 4), "\""]))
