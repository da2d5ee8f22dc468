package main

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

const (
	hintMixed = "this file mixes Rego v1 and v0: write \"if\" before every rule body and \"contains\" for every set, or keep v0 and put `import future.keywords` under the package line"
	hintAsV0  = "the file was read as Rego v0, because its rules have no \"if\""
)

// bothFailed chooses which of the two parsers' errors to show for a file that neither can read.
// That is v1's, except where v1 only misses its keywords: then the file is v0 and has an error of its own, or it mixes both.
func (src *sources) bothFailed(m module, v1, v0 error) problems {
	onlyKeywords := true
	for _, p := range collect(v1) {
		onlyKeywords = onlyKeywords && missesKeyword(p.Message)
	}
	switch {
	case onlyKeywords && usesNewKeywords(m):
		return hinted(v1, hintMixed)
	case onlyKeywords:
		return hinted(v0, hintAsV0)
	}
	return hinted(v1, "")
}

func missesKeyword(message string) bool {
	return strings.Contains(message, "keyword is required")
}

// usesNewKeywords is true where v0 would read the file if only it knew v1's keywords.
func usesNewKeywords(m module) bool {
	old := options(ast.RegoV0)
	old.AllFutureKeywords = true
	_, err := ast.ParseModuleWithOpts(m.Path, m.Text, old)
	return err == nil
}

func hinted(err error, hint string) problems {
	found := collect(err)
	for i := range found {
		found[i].Hint = hint
		if own := parseHint(found[i].Message); own != "" && hint == "" {
			found[i].Hint = own
		}
	}
	return unique(found)
}

// unique drops what OPA says twice of one place, once with and once without what it expected instead.
func unique(list problems) problems {
	out := problems{}
	for _, p := range list {
		if last := len(out) - 1; last >= 0 && out[last].Row == p.Row && out[last].Col == p.Col && strings.HasPrefix(p.Message, out[last].Message) {
			out[last] = p
		} else {
			out = append(out, p)
		}
	}
	return out
}

func parseHint(message string) string {
	// OPA may add what it expected instead: "unexpected eof token: expected \n or ; or }".
	what, _, _ := strings.Cut(message, ":")
	switch {
	case missesKeyword(what):
		return hintMixed
	case what == "empty module":
		return "the file has nothing but comments or white space; a policy starts with a line such as: package visor.check.execute"
	case what == "package expected":
		return "the first line that is not a comment must name the package, for instance: package visor.check.execute"
	case what == "unexpected eof token":
		return "the file ends in the middle of a rule: is a closing brace missing?"
	case what == "unexpected and token":
		return "Rego has no &&: write each condition on a line of its own, or separate them with \";\""
	case what == "unexpected or token":
		return "Rego has no ||: write two rules of the same name, one for each case"
	case what == "illegal token":
		return "this character is not part of Rego; strings stand in \"double quotes\" or `backticks`"
	case what == "unexpected minus token":
		return "names consist of letters, digits and underscores; a \"-\" is the minus sign"
	case strings.Contains(what, "cannot be used for rule name"):
		return "is this a keyword of Rego v1 in a file that is otherwise v0? " + hintMixed
	}
	return ""
}
