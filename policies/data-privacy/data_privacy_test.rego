package stepgate.packs.data_privacy_test

import data.stepgate.packs.data_privacy as pack

defaults := {
	"contains": [".env", "credentials", "secrets"],
	"suffixes": [".pem", ".key"],
	"allow": [],
	"where": ["files", "resource", "arguments", "prompts"],
	"ignore_case": true,
}

# What is the same for every step, and what is about this one.
parts contains pack.shared

parts contains pack.answer

whole := {kind: findings |
	some kind in ["deny", "unknown"]
	findings := {finding | some part in parts; some finding in part[kind]}
}

answer(parameters, facts) := result if {
	result := whole with input as object.union({"check": {"id": "work"}}, facts)
		with data.stepgate.parameters as {"data-privacy": object.union(defaults, parameters)}
}

said(found) := {kind: lines |
	some kind in ["deny", "unknown"]
	lines := {f.message | some f in found[kind]; f.rule == "sensitive_file_access"}
	count(lines) > 0
}

# A pull request that changes these files.
changing(names) := {"pullRequest": {
	"number": 7,
	"changedFiles": count(names),
	"files": [{"path": name, "status": "modified"} | some name in names],
}}

stops(parameters, name) if count(answer(parameters, changing([name])).deny) == 1

lets(parameters, name) if said(answer(parameters, changing([name]))) == {}

# However it is spelled, in all four places.
sensitive := [
	".env", ".env.production", "config/.env", "credentials.json", "src/secrets/a.txt", "a/server.pem", "a/id.key",
	".ENV", "Secrets.MD", "id.KEY", ".env\\x", "config\\secrets\\a", ".e\\nv", "%2eenv", ".%65nv", "%252eenv",
	"%25252%65env", "%25252%2565env", "secr%65ts", "SECR%45TS", "id%2Ekey", "a.pem.", "a.pem ", "a.pem/", "a.pem/.", "a.pem%20",
	"x.pem%00.txt", "x.key\n", "cat server.pem | base64", "-d @tls.key --silent", "a.key?raw=1",
	"x/../.env", "./.env", "id.key#top", "%zz.env", "100%/.env",
]

found(facts) if count(answer({}, facts).deny) == 1

test_every_spelling_is_found_in_a_step[text] if {
	some text in sensitive
	found({"check": {"id": "work", "action": "file_read", "resource": {"path": text}}})
}

test_every_spelling_is_found_in_an_argument[text] if {
	some text in sensitive
	found({"tool": {"arguments": {"deep": [{"er": text}]}}})
	found({"tool": {"arguments": {text: "a file by its name"}}})
}

test_every_spelling_is_found_in_a_prompt[text] if {
	some text in sensitive
	found({"check": {"id": "work", "promptFiles": ["docs/a.md", text]}})
}

test_every_spelling_of_a_whole_path_is_found_among_the_files[text] if {
	some text in ({name | some name in sensitive} - {
		"cat server.pem | base64", "-d @tls.key --silent",
		"a.key?raw=1", "id.key#top", "x.key\n",
	})
	found(changing(["a.txt", text]))
}

harmless := [
	"README.md", "environment.ts", "secret", "credential.md", "a.pemx", "keys/a.txt", "a.key.md", "100%", "%41.txt",
	"a//b", "a/./b", "../a", "monkey", "%e4%zz", "%c3%a4", "%E2%82%AC", "%ed%9f%bf", "",
]

test_harmless_names_are_harmless[text] if {
	some text in harmless
	said(answer({}, changing([text]))) == {}
	said(answer({}, {"tool": {"arguments": {"path": text, "n": 7, "no": null}}})) == {}
	said(answer({}, {"check": {"id": "work", "action": "file_read", "resource": {"path": text}}})) == {}
}

test_parts_of_several_folders_are_found_however_they_are_joined if {
	parameters := {"contains": ["config/prod"], "suffixes": []}
	every name in [
		"config/prod.yml", "a/config/production/x", "config//prod", "config/./prod", "config/x/../prod",
		"config/x/y/../../prod", "config/x/.//../prod", "config\\prod", "config%2fprod", "config%2Fx%2F%2e%2e%5Cprod",
	] {
		stops(parameters, name)
	}
	lets(parameters, "config/x/prod")
	stops({"contains": ["/top/"]}, "top/x")
	stops({"contains": ["config\\prod"]}, "config/prod")
}

test_letters_beyond_ascii_are_decoded if {
	stops({"contains": ["geheim-ä"]}, "geheim-%C3%A4")
	stops({"contains": ["preis-€"]}, "preis-%25E2%2582%25AC")
	stops({"contains": ["한"]}, "%ED%95%9C")
}

test_one_reading_less_than_all_is_found_as_well if {
	stops({"contains": ["%deadbeef"]}, "%25deadbeef")
}

test_too_many_layers_are_sensitive_whatever_is_below if {
	lets({}, "%41")
	lets({}, "%2525252525252541")
	lets({}, "%%%33%34%%33%31")
	stops({}, "%%%%33%33%%33%34%%%33%33%%33%31")
}

test_bytes_that_are_no_letters_stay_as_they_are if {
	lets({"contains": ["geheim-ä"]}, "%c3/%c3%28/%ed%a0%80/%e0%80%80/%a4/%c3x%a4")
}

test_a_path_that_is_too_long_is_sensitive_by_itself if {
	long := concat("", ["a/" | some _ in numbers.range(1, 2048)])
	lets({}, substring(long, 0, 4095))
	said(answer({}, changing([concat("", [long, "a"])]))) == {"deny": {concat("", [
		`the pull request changes a sensitive file: "`,
		substring(long, 0, 80), `…" (too long to be looked at)`,
	])}}
	said(answer({}, {"tool": {"arguments": {"text": concat("", [long, "a"])}}})) == {}
}

folders(number) := concat("", ["a/" | some _ in numbers.range(1, number)])

test_a_way_back_through_many_folders_is_sensitive_by_itself if {
	lets({}, concat("", [folders(62), "../a"]))
	lets({}, folders(500))
	stops({}, concat("", [folders(63), "../a"]))
	stops({}, concat("", [folders(63), "%2e%2e/a"]))
}

test_capitals_may_matter if {
	lets({"ignore_case": false}, ".ENV")
	stops({"ignore_case": false}, ".env")
}

test_what_is_allowed_is_fine if {
	allow := {"allow": ["docs/secrets.md", "fixtures/**", "keys/*.key"]}
	every name in ["docs/secrets.md", "./docs//secrets.md", "fixtures/a/b/.env", "keys/a.key"] {
		lets(allow, name)
	}
}

test_what_only_looks_like_what_is_allowed_is_not if {
	allow := {"allow": ["docs/secrets.md", "fixtures/**", "keys/*.key"]}
	every name in [
		"docs/Secrets.md", "a/docs/secrets.md", "/docs/secrets.md", "docs/secrets.md.env", "docs/x/../secrets.md",
		"fixtures/../.env", "fixtures/%2e%2e/.env", "fixtures\\..\\.env", "keys/a/b.key", "keys\\a.key",
	] {
		stops(allow, name)
	}
}

test_both_names_of_a_renamed_file_count if {
	renamed := {"pullRequest": {"changedFiles": 1, "files": [{"path": "a.txt", "previousPath": "secrets.txt", "status": "renamed"}]}}
	said(answer({}, renamed)) == {"deny": {`the pull request changes a sensitive file: "secrets.txt"`}}
}

test_the_first_few_are_named_and_all_are_counted if {
	said(answer({}, changing(["e.pem", "d.pem", "c.pem", "b.pem", "a.pem", "x"]))) == {"deny": {concat("", [
		`the pull request changes 5 sensitive files: `,
		`"a.pem", "b.pem", "c.pem" and 2 more`,
	])}}
	said(answer({}, changing(["b.pem", "a.pem"]))) == {"deny": {`the pull request changes 2 sensitive files: "a.pem", "b.pem"`}}
}

test_long_names_are_cut if {
	long := concat("", [concat("", ["abcdefgh" | some _ in numbers.range(1, 20)]), ".pem"])
	some message in said(answer({}, changing([long]))).deny
	endswith(message, `abcdefgh…"`)
	count(message) < 150
}

everything := object.union(changing(["a.pem"]), {
	"check": {"id": "work", "resource": {"path": "b.pem"}, "promptFiles": ["d.pem"]},
	"tool": {"arguments": {"path": "c.pem"}},
})

each := {
	"files": `the pull request changes a sensitive file: "a.pem"`,
	"resource": `step "work" is about a sensitive file: "b.pem"`,
	"arguments": `the arguments of the tool name a sensitive file: "c.pem"`,
	"prompts": `a prompt of step "work" is in a sensitive file: "d.pem"`,
}

test_it_looks_where_it_is_told_to if {
	said(answer({}, everything)) == {"deny": {message | some message in each}}
	every place, message in each {
		said(answer({"where": [place]}, everything)) == {"deny": {message}}
	}
}

test_a_path_of_another_action_is_no_file if {
	said(answer({}, {"check": {"id": "work", "action": "external_api_call", "resource": {"path": "/v1/secrets"}}})) == {}
}
