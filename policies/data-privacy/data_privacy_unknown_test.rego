package stepgate.packs.data_privacy_test

import data.stepgate.packs.data_privacy as pack

unknown(message) := {"unknown": {message}}

test_no_pull_request_is_nothing_to_look_at if {
	said(answer({}, {})) == {}
}

no_files := unknown("the changed files of the pull request are not known, or not all of them")

test_files_that_are_not_known_are_unknown if {
	every pull in [
		null, 7, [], {}, {"number": 7}, {"files": null}, {"files": {}}, {"files": "a.txt"}, {"files": [null]},
		{"files": ["a.txt"]}, {"files": [{}]}, {"files": [{"path": 7}]}, {"files": [{"path": null}]},
		{"files": [{"path": "a", "previousPath": null}]}, {"files": [{"path": "a", "previousPath": ["b"]}]},
		{"changedFiles": 3001, "files": [{"path": "a"}]}, {"changedFiles": "1", "files": [{"path": "a"}]},
	] {
		said(answer({}, {"pullRequest": pull})) == no_files
		said(answer({"where": ["resource", "arguments", "prompts"]}, {"pullRequest": pull})) == {}
	}
}

test_what_is_seen_of_files_is_denied_all_the_same if {
	found := said(answer({}, {"pullRequest": {"changedFiles": 3001, "files": [{"path": "a.pem"}, {"path": 7}]}}))
	object.keys(found) == {"deny", "unknown"}
}

no_path := unknown(`nobody knows which file step "work" is about`)

test_a_step_about_a_file_has_to_say_which if {
	every action in ["file_read", "file_write", "file_delete", "file_move"] {
		said(answer({}, {"check": {"id": "work", "action": action}})) == no_path
		every odd in [null, 7, {}, [], {"path": 7}, {"path": null}, {"path": ["a"]}, {"url": "a"}] {
			said(answer({}, {"check": {"id": "work", "action": action, "resource": odd}})) == no_path
		}
	}
}

test_a_resource_without_an_action_has_to_make_sense if {
	every odd in [null, 7, [], {"path": 7}, {"path": null}, {"path": ["a"]}] {
		said(answer({}, {"check": {"id": "work", "resource": odd}})) == no_path
	}
	every fine in [{}, {"url": "https://a.example"}, {"path": "a"}] {
		said(answer({}, {"check": {"id": "work", "resource": fine}})) == {}
	}
}

test_arguments_that_are_no_object_are_unknown if {
	expected := "the arguments of the tool are not an object"
	every odd in [null, 7, "a", ["a"], false] {
		said(answer({}, {"tool": {"arguments": odd}})) == unknown(expected)
	}
	every odd in [null, 7, "search", ["search"]] {
		said(answer({}, {"tool": odd})) == unknown(expected)
	}
	said(answer({}, {"tool": {"serverName": "files", "methodName": "list"}})) == {}
}

test_prompts_that_are_no_list_of_paths_are_unknown if {
	expected := unknown(`the files of the prompts of step "work" are not a list of paths`)
	every odd in [null, 7, "a.md", {}, {"a": "b"}, [7], ["a.md", null], [["a.md"]]] {
		said(answer({}, {"check": {"id": "work", "promptFiles": odd}})) == expected
	}
	said(answer({}, {"check": {"id": "work", "promptFiles": []}})) == {}
}

test_an_input_without_a_step_is_unknown if {
	every odd in [null, 7, "x", [], {"action": 7}, {"action": null}] {
		"the input names no step, or one whose action is not a word" in said(answer({}, {"check": odd})).unknown
	}
	"nobody knows which file the step is about" in said(answer({}, {"check": {"action": "file_read", "id": 7}})).unknown
}

no_parameters := "the pack's parameters are not there, or not of the types of its schema"

test_parameters_that_are_not_of_the_schema_are_unknown if {
	every odd in [
		{"contains": null}, {"contains": ".env"}, {"contains": [7]}, {"suffixes": {}}, {"suffixes": [null]}, {"allow": "x"},
		{"allow": [7]}, {"where": []}, {"where": ["everywhere"]}, {"where": "files"}, {"ignore_case": "yes"},
		{"ignore_case": null},
	] {
		no_parameters in said(answer(odd, changing(["a.txt"]))).unknown
	}
	without := whole with input as object.union({"check": {"id": "work"}}, changing(["a.pem"]))
	said(without) == unknown(no_parameters)
	every name in object.keys(defaults) {
		found := whole with input as object.union({"check": {"id": "work"}}, changing(["a.txt"]))
			with data.stepgate.parameters as {"data-privacy": object.remove(defaults, [name])}
		no_parameters in said(found).unknown
	}
}
