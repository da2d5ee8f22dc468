package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

var (
	unsafeVar = regexp.MustCompile(`^var (\S+) is unsafe$`)
	undefined = regexp.MustCompile(`^undefined function (\S+)$`)
	defaults  = regexp.MustCompile(`^multiple default rules data\.(\S+) found`)
	conflicts = regexp.MustCompile(`^conflicting rules data\.(\S+) found`)
)

// hint returns the way out of a problem, or nothing where OPA's own message is all there is to say.
func (src *sources) hint(p problem) string {
	switch p.Code {
	case "rego_unsafe_var_error":
		if m := unsafeVar.FindStringSubmatch(p.Message); m != nil {
			return src.unsafe(p, m[1])
		}
	case "rego_type_error":
		return src.typeHint(p)
	case "rego_recursion_error":
		return "a rule may not need its own answer, not even through others; take what both need into a third rule"
	case "rego_parse_error":
		hint, _ := src.parseHint(p)
		return hint
	case "eval_conflict_error":
		return src.conflictHint(p)
	}
	return ""
}

func (src *sources) typeHint(p problem) string {
	if m := undefined.FindStringSubmatch(p.Message); m != nil {
		if why, known := refused[m[1]]; known {
			return fmt.Sprintf("%q is refused here: %s", m[1], why)
		}
		return fmt.Sprintf("there is neither a builtin nor a rule with arguments of the name %q; is it misspelt, or is an import missing?", m[1])
	}
	if m := defaults.FindStringSubmatch(p.Message); m != nil {
		return fmt.Sprintf("%q may have one default in all files of its package; keep the one that denies", m[1])
	}
	if m := conflicts.FindStringSubmatch(p.Message); m != nil {
		return fmt.Sprintf("all rules named %q must be of one kind: a set (contains), a function, or a value; rename one of them", m[1])
	}
	if strings.HasPrefix(p.Message, "deprecated built-in function calls") {
		return "Rego v1 has dropped this builtin; write the condition out, for instance with `some x in …` or `every x in … { … }`"
	}
	return ""
}

// unsafe explains a variable without a value: a wildcard under `not`, or a name that is nowhere defined.
func (src *sources) unsafe(p problem, name string) string {
	expr := src.exprAt(p)
	if expr == nil {
		return ""
	}
	alone, isTerm := expr.Terms.(*ast.Term)
	if isTerm && alone.Value.Compare(ast.Var(name)) == 0 {
		return src.nowhere(p, name, true)
	}
	if expr.Negated && (name == "_" && looksInto(expr, false) || name != "_" && !isHead(expr, name)) {
		return src.negated(p, expr)
	}
	return src.nowhere(p, name, false)
}

// isHead is true where the variable starts a reference, as roles in roles[_]: then it is a missing name, not a missing value.
func isHead(expr *ast.Expr, name string) bool {
	found := false
	ast.WalkRefs(expr, func(r ast.Ref) bool {
		found = found || r[0].Value.Compare(ast.Var(name)) == 0
		return false
	})
	return found
}

// looksInto is true where a variable such as `_` stands in the brackets of a reference; with stray, only of one that starts
// neither at input nor at data. An operator is a reference too, but has no brackets.
func looksInto(expr *ast.Expr, stray bool) bool {
	found := false
	ast.WalkRefs(expr, func(r ast.Ref) bool {
		_, isVar := r[0].Value.(ast.Var)
		found = found || (!r.IsGround() && !(stray && (!isVar || ast.RootDocumentNames.Contains(r[0]))))
		return false
	})
	return found
}

func (src *sources) nowhere(p problem, name string, alone bool) string {
	if name == "_" {
		if looksInto(src.exprAt(p), true) {
			return "" // the name before the bracket is what is missing, and has a hint of its own
		}
		return "this `_` never gets a value: it must stand in a reference to something that has one, as in input.actor.roles[_]"
	}
	mod := src.parsed[p.File]
	pkg := strings.TrimPrefix(mod.Package.Path.String(), "data.")
	if alone {
		return fmt.Sprintf("no rule of package %s is named %q: define it (%s), or drop this line", pkg, name, src.rule(p.File, name, "…"))
	}
	return fmt.Sprintf("nothing gives %q a value: it is neither a rule of package %s nor an import nor assigned here; do you mean input.%s or data.%s?", name, pkg, name, name)
}

// negated proposes the helper rule for `not roles[_] == "admin"`: "no element is" needs a rule of its own, on every target.
func (src *sources) negated(p problem, expr *ast.Expr) string {
	helper, body := "has_match", "…"
	if list, value, ok := wildcardEquals(expr); ok {
		if word := regexp.MustCompile(`^"([a-z][a-z0-9_]*)"$`).FindStringSubmatch(value); word != nil {
			helper = "is_" + word[1]
		}
		if body = fmt.Sprintf("%s in %s", value, list); src.dialect[p.File] == ast.RegoV0 {
			body = fmt.Sprintf("%s[_] == %s", list, value)
		}
	}
	return fmt.Sprintf("under \"not\" a variable cannot look for an element: ask that in a rule of its own, %s, and write: not %s", src.rule(p.File, helper, body), helper)
}

func (src *sources) rule(file, name, body string) string {
	if src.dialect[file] == ast.RegoV0 {
		return fmt.Sprintf("%s { %s }", name, body)
	}
	return fmt.Sprintf("%s if { %s }", name, body)
}

// wildcardEquals takes `list[_] == value` apart.
func wildcardEquals(expr *ast.Expr) (list, value string, ok bool) {
	if !expr.IsCall() || len(expr.Operands()) != 2 {
		return "", "", false
	}
	if op := expr.Operator().String(); op != ast.Equal.Name && op != ast.Equality.Name {
		return "", "", false
	}
	for i, operand := range expr.Operands() {
		other := expr.Operand(1 - i)
		ref, isRef := operand.Value.(ast.Ref)
		if !isRef || len(ref) < 2 || !ast.IsConstant(other.Value) {
			continue
		}
		if _, isVar := ref[len(ref)-1].Value.(ast.Var); isVar && ref[:len(ref)-1].IsGround() {
			return ref[:len(ref)-1].String(), other.String(), true
		}
	}
	return "", "", false
}

// exprAt returns the expression that starts where the problem is.
func (src *sources) exprAt(p problem) *ast.Expr {
	mod := src.parsed[p.File]
	if mod == nil {
		return nil
	}
	var found *ast.Expr
	ast.WalkExprs(mod, func(e *ast.Expr) bool {
		if found == nil && e.Location != nil && e.Location.Row == p.Row && e.Location.Col == p.Col {
			found = e
		}
		return found != nil
	})
	return found
}

func (src *sources) conflictHint(p problem) string {
	switch {
	case strings.HasPrefix(p.Message, "rule "):
		return "for this input the rules of one name give different values, and a rule has one value: order them with \"else\", leave the value of all other cases to \"default\", or collect what speaks against it in a set of its own (deny contains \"why\" if …)"
	case strings.HasPrefix(p.Message, "function "):
		return "for these arguments the function has different values; order its rules with \"else\""
	case strings.HasPrefix(p.Message, "object ") && src.inComprehension(p):
		return "this {key: value | …} finds different values for one key; take something into the key that tells them apart, or collect the values of each key in a set"
	case strings.HasPrefix(p.Message, "object "):
		return "two rules give one key of the object different values; make their conditions exclude each other"
	}
	return ""
}

// inComprehension is true where the problem is at the key of an object comprehension.
func (src *sources) inComprehension(p problem) bool {
	mod := src.parsed[p.File]
	if mod == nil {
		return false
	}
	found := false
	ast.WalkTerms(mod, func(t *ast.Term) bool {
		if c, is := t.Value.(*ast.ObjectComprehension); is && c.Key.Location != nil {
			found = found || c.Key.Location.Row == p.Row && c.Key.Location.Col == p.Col
		}
		return found
	})
	return found
}
