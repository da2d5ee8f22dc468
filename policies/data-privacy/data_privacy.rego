# METADATA
# title: Files that nobody should touch in passing
# description: >-
#   Looks for the names of sensitive files among what a pull request changes, what a step says that it touches, the
#   arguments of a tool and the files of prompts. A path is read in every way in which somebody may spell it; one
#   reading that is sensitive is enough.
# scope: package
package stepgate.packs.data_privacy

# METADATA
# description: What is denied of a step and what cannot be decided of it, where it names files in any way.
answer := {"deny": denials(places), "unknown": doubts(unseen)} if concerned

# METADATA
# description: What is the same for every step; it is asked once for a pull request.
shared := {"deny": denials(shared_places), "unknown": doubts(shared_unseen)}

# METADATA
# description: One finding for each place with sensitive files, with the first few of them.
denials(some_places) := {finding |
	some place in some_places
	names := sort({text | some text in place.texts; is_stopped(text, place.longest)})
	count(names) > 0
	finding := {
		"rule": "sensitive_file_access",
		"message": concat("", [place.says, " ", counted(names), ": ", concat(", ", listed(names, place.longest)), more(names)]),
		"way_out": "leave them out, or name them in \"allow\" of the pack's parameters where they are no secrets",
	}
}

# METADATA
# description: One finding for each place that cannot be looked at.
doubts(messages) := {finding |
	some message in messages
	finding := {
		"rule": "sensitive_file_access",
		"message": message,
		"way_out": "see that the gate can read it, or take the place out of \"where\" of the pack's parameters",
	}
}

# METADATA
# description: The step has one of the places to look at, or cannot be told.
concerned if says("resource")
concerned if says("promptFiles")
concerned if startswith(input.check.action, "file_")
concerned if has("tool", input)
concerned if not knows_step

# METADATA
# description: What was given in `policy.packs`, with the defaults of the schema.
params := data.stepgate.parameters["data-privacy"]

# METADATA
# description: The parameters are of their types.
knows_parameters if {
	every name in ["contains", "suffixes", "allow", "where"] {
		is_array(params[name])
		every entry in params[name] {
			is_string(entry)
		}
	}
	count(params.where) > 0
	every place in params.where {
		place in {"files", "resource", "arguments", "prompts"}
	}
	is_boolean(params.ignore_case)
}

# METADATA
# description: The places to look at, as far as they are there, with the texts to read in each.
shared_places contains {"says": "the pull request changes", "texts": suspects, "longest": longest_path} if "files" in params.where

places contains {
	"says": concat(" ", [step, "is about"]),
	"texts": [input.check.resource.path],
	"longest": longest_path,
} if {
	"resource" in params.where
	is_about_files
	is_string(input.check.resource.path)
}

# An argument need not be a path; it may be a whole text.
places contains {
	"says": "the arguments of the tool name",
	"texts": argument_texts,
	"longest": 1000000,
} if {
	"arguments" in params.where
}

places contains {
	"says": concat(" ", ["a prompt of", step, "is in"]),
	"texts": prompt_files,
	"longest": longest_path,
} if {
	"prompts" in params.where
}

# METADATA
# description: Why a place cannot be looked at.
shared_unseen contains "the pack's parameters are not there, or not of the types of its schema" if not knows_parameters

unseen contains "the input names no step, or one whose action is not a word" if not knows_step

shared_unseen contains "the changed files of the pull request are not known, or not all of them" if {
	"files" in params.where
	has("pullRequest", input)
	not knows_files
}

unseen contains concat("", ["nobody knows which file ", step, " is about"]) if {
	"resource" in params.where
	is_about_files
	not is_string(object.get(input.check, ["resource", "path"], silence))
}

unseen contains "the arguments of the tool are not an object" if {
	"arguments" in params.where
	has("tool", input)
	not knows_arguments
}

unseen contains concat("", ["the files of the prompts of ", step, " are not a list of paths"]) if {
	"prompts" in params.where
	says("promptFiles")
	not is_paths(input.check.promptFiles)
}

# METADATA
# description: There is a step, and what it does is a word where it says so.
knows_step if {
	is_object(input.check)
	is_string(object.get(input.check, "action", ""))
}

# METADATA
# description: The object has this key, whatever its value.
has(key, object_with) if {
	_ = object_with[key]
}

# METADATA
# description: The step has this key, whatever its value.
says(key) if has(key, input.check)

# METADATA
# description: A list of paths, and nothing else.
is_paths(value) if {
	is_array(value)
	every path in value {
		is_string(path)
	}
}

# METADATA
# description: >-
#   What stands for a path that is not written. That is fine where a step only says no action; one that says that it
#   reads, writes or deletes a file has to say which.
silence := "" if {
	not says("resource")
	not says("action")
} else := "" if {
	not says("action")
	is_object(input.check.resource)
	not has("path", input.check.resource)
} else := null

# METADATA
# description: The step is about a file, by its action or by a path that it names without any action.
is_about_files if startswith(object.get(input.check, "action", "file_"), "file_")

# METADATA
# description: The tool's arguments are an object where they are written.
knows_arguments if {
	is_object(input.tool)
	is_object(object.get(input.tool, "arguments", {}))
}

# METADATA
# description: Every changed file with its path, and as many as GitHub counts.
knows_files if {
	is_array(input.pullRequest.files)
	count(paths) == count(input.pullRequest.files)
	object.get(input.pullRequest, "changedFiles", 0) <= count(paths)
	every path in former_paths {
		is_string(path)
	}
}

# METADATA
# description: The names of the changed files.
paths := [file.path | some file in input.pullRequest.files; is_string(file.path)]

# METADATA
# description: The names that renamed files had before.
former_paths := [file.previousPath | some file in input.pullRequest.files]

# METADATA
# description: Both names of all changed files, those of the same pull request each once.
file_names := {name | some name in array.concat(paths, former_paths); is_string(name)}

# METADATA
# description: >-
#   The names that are worth a closer look. Most pull requests have none: one search through all the names at a time
#   says so, and this is asked again for each step.
suspects := long_names if {
	all_names := line(concat("\n/", file_names))
	every mark in marks {
		not contains(all_names, mark)
	}
} else := long_names | {name |
	some name in file_names
	own_line := line(name)
	some mark in marks
	contains(own_line, mark)
}

# METADATA
# description: The names that are too long to be looked at.
long_names := {name | some name in file_names; count(name) > longest_path}

# METADATA
# description: A name, or several with new lines between them, to search in.
line(names) := fold(concat("", ["/", names, "\n"]))

# METADATA
# description: What every sensitive name has in its line, and every name that may be spelled in another way.
marks := array.flatten([
	needles, [concat("", [suffix, "\n"]) | some suffix in suffixes],
	["%", "\\", "//", "/./", "/../", " \n", ".\n", "/\n"],
])

# METADATA
# description: The texts of which one in a path makes it sensitive.
needles := [fold(replace(text, "\\", "/")) | some text in params.contains]

# METADATA
# description: The ends that make a path sensitive.
suffixes := [fold(replace(text, "\\", "/")) | some text in params.suffixes]

# METADATA
# description: Every text in the arguments of the tool, the names of their keys among them.
argument_texts contains text if {
	walk(input.tool.arguments, [_, text])
	is_string(text)
}

argument_texts contains key if {
	walk(input.tool.arguments, [where, _])
	some key in where
	is_string(key)
}

# METADATA
# description: The paths of the prompts.
prompt_files := [path | some path in input.check.promptFiles; is_string(path)]

# METADATA
# description: A text as it is compared.
fold(text) := lower(text) if {
	params.ignore_case
} else := text

# METADATA
# description: How many there are, in words.
counted(names) := "a sensitive file" if {
	count(names) == 1
} else := concat(" ", [format_int(count(names), 10), "sensitive files"])

# METADATA
# description: The first few, each short enough for a message.
listed(names, longest) := [concat("", ["\"", substring(name, 0, 80), cut(name), "\"", why(name, longest)]) |
	some name in array.slice(names, 0, 3)
]

# METADATA
# description: What stands for the rest of a long name.
cut(name) := "…" if {
	count(name) > 80
} else := ""

# METADATA
# description: How many are not named.
more(names) := concat("", [" and ", format_int(count(names) - 3, 10), " more"]) if {
	count(names) > 3
} else := ""

# METADATA
# description: The step, as messages name it.
step := concat("", ["step \"", input.check.id, "\""]) if {
	is_string(input.check.id)
} else := "the step"
