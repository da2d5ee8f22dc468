package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

const (
	hintMixed     = "this file mixes Rego v1 and v0: write \"if\" before every rule body and \"contains\" for every set, or keep v0 and put `import future.keywords` under the package line"
	hintSaysV1    = "the file says it is Rego v1 (import rego.v1): write \"if\" before every rule body and \"contains\" for every set"
	hintAsV0      = "the file was read as Rego v0, because its rules have no \"if\""
	hintAnd       = "conditions are not joined by the word \"and\": write them in braces, each on a line of its own or separated by \";\", as in { input.a; input.b }"
	hintOr        = "conditions are not joined by the word \"or\": write two rules of the same name, one for each case"
	hintBraces    = "this condition stands outside the braces of a rule: where a rule has several, write all of them in { … }, each on a line of its own"
	hintSemicolon = "a \";\" stands only between two conditions in braces: drop it, and start each rule on a line of its own"
)

var (
	importsV1   = regexp.MustCompile(`(?m)^[ \t]*import[ \t]+rego\.v1\b`)
	quoted      = regexp.MustCompile("\"(?:\\\\.|[^\"\\\\\n])*\"|`[^`]*`|#.*")
	joined      = regexp.MustCompile(`(?i)(?:^|[\s)\]}])(and|or)(?:[\s(\[{]|$)`)
	bareDefault = regexp.MustCompile(`^\s*default\s+([A-Za-z_][\w.]*)(?:\s*(?:==|:)\s*|\s+(?:is\s+)?)([^\s:=(\[].*)$`)
	plainValue  = regexp.MustCompile(`^(true|false|null|-?\d+|"[^"]*")\s*;?\s*(#.*)?$`)
	loneEnd     = regexp.MustCompile(`[\w"\])}]\s*;\s*(?:}|$)`)
	condition   = regexp.MustCompile(`^(?:(?:input|data)[.\[]|not\s)`)
	newKeyword  = regexp.MustCompile(`^(if|in|contains|every) keyword cannot be used for rule name`)
	anyKeyword  = regexp.MustCompile(`^(\w+) keyword cannot be used for rule name`)
)

// bothFailed chooses which of the two parsers' errors to show for a file that neither can read.
// That is v1's, except where v1 also misses its keywords: then the file is v0 and has an error of its own, or it mixes both.
func (src *sources) bothFailed(m module, v1, v0 error) problems {
	if src.saysV1(m.Path) {
		return src.hinted(v1, "")
	}
	onlyKeywords, missing := true, 0
	first, second := collect(v1), collect(v0)
	for _, p := range first {
		if missesKeyword(p.Message) {
			missing++
		} else {
			onlyKeywords = false
		}
	}
	switch {
	case onlyKeywords && !usesNewKeywords(m):
		return src.hinted(v0, hintAsV0)
	case !onlyKeywords && missing > 0 && within(second, first):
		return src.hinted(v0, hintAsV0)
	}
	return src.hinted(v1, "")
}

// within is true where v0 has no problem that v1 does not have too: the others are what v1 alone asks for.
func within(v0, v1 problems) bool {
	for _, p := range v0 {
		if !slices.Contains(v1, p) {
			return false
		}
	}
	return true
}

// saysV1 is true for a file that is v1 by its own word, whatever reads it.
func (src *sources) saysV1(path string) bool {
	return importsV1.MatchString(withoutWords(src.texts[path]))
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

// hinted adds the way out of each problem, or the given one. Behind a word too many the rest of the line is noise.
func (src *sources) hinted(err error, hint string) problems {
	var out problems
	broken := 0
	for _, p := range collect(err) {
		if p.Row > 0 && p.Row == broken {
			continue
		}
		own, ends := src.parseHint(p)
		if ends {
			broken = p.Row
		}
		if p.Hint = own; own == "" {
			p.Hint = hint
		}
		out = append(out, p)
	}
	return unique(out)
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

// line is the text of a problem's row, as it is and without its words.
func (src *sources) line(p problem) (whole, bare string) {
	lines := strings.Split(src.texts[p.File], "\n")
	if p.Row < 1 || p.Row > len(lines) {
		return "", ""
	}
	whole = strings.TrimRight(lines[p.Row-1], "\r")
	return whole, strings.TrimSpace(withoutWords(whole))
}

// withoutWords drops the comments and empties the strings.
func withoutWords(text string) string {
	return quoted.ReplaceAllStringFunc(text, func(s string) string {
		if s[0] == '#' {
			return ""
		}
		return `""`
	})
}

// parseHint returns the way out of what the parser says; ends is true where the rest of the line is no problem of its own.
func (src *sources) parseHint(p problem) (hint string, ends bool) {
	if hint := src.lineHint(p); hint != "" {
		return hint, true
	}
	return src.wordHint(p), false
}

// lineHint knows what people bring from other languages; OPA's message alone does not tell it.
func (src *sources) lineHint(p problem) string {
	whole, bare := src.line(p)
	text, isEnd := strings.TrimSpace(withoutWords(src.texts[p.File])), strings.HasPrefix(p.Message, "unexpected eof token")
	if m := bareDefault.FindStringSubmatch(whole); m != nil {
		value := "false"
		if plain := plainValue.FindStringSubmatch(m[2]); plain != nil {
			value = plain[1]
		}
		return fmt.Sprintf("a default is written with \":=\": default %s := %s", m[1], value)
	}
	// What stands behind the word is read as a rule of its own, or as one token too many.
	if strings.Contains(p.Message, "cannot be used for rule name") || strings.HasPrefix(p.Message, "unexpected identifier token") || p.Message == "non-terminated expression" {
		word := joined.FindStringSubmatch(bare)
		switch {
		case strings.Contains(p.Message, "future.keywords.and"), word != nil && strings.EqualFold(word[1], "and"):
			return hintAnd
		case strings.Contains(p.Message, "future.keywords.or"), word != nil:
			return hintOr
		}
	}
	switch {
	case condition.MatchString(bare) && (strings.Contains(p.Message, "`contains` keyword is required") || strings.HasPrefix(p.Message, "negated expressions")):
		return hintBraces
	case strings.HasPrefix(p.Message, "multiple expressions") && strings.Contains(bare, ";"):
		return hintSemicolon
	case strings.HasPrefix(p.Message, "unexpected") && !strings.Contains(p.Message, "expected \\n") && loneEnd.MatchString(bare) && !isEnd:
		return hintSemicolon
	case isEnd && strings.HasSuffix(text, ";") && strings.Count(text, "{") <= strings.Count(text, "}"):
		return hintSemicolon
	}
	return ""
}

func (src *sources) wordHint(p problem) string {
	// OPA may add what it expected instead: "unexpected eof token: expected \n or ; or }".
	what, _, _ := strings.Cut(p.Message, ":")
	switch {
	case missesKeyword(what) && src.saysV1(p.File):
		return hintSaysV1
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
	case newKeyword.MatchString(what) && !src.saysV1(p.File):
		return "is this a keyword of Rego v1 in a file that is otherwise v0? " + hintMixed
	}
	if m := anyKeyword.FindStringSubmatch(what); m != nil {
		return fmt.Sprintf("%q is a keyword of Rego; give the rule another name", m[1])
	}
	return ""
}
