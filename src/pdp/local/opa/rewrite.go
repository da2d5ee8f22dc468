package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// A rewritten condition is the body of a rule as people write it in YAML, where `agent` means `input.agent`. It comes back in parts that
// are printed from the syntax tree: nothing of its text is ever pasted into a policy.
type rewrittenCondition struct {
	Parts []part `json:"parts"`
	// The words of the input that it speaks of.
	Words []string `json:"words"`
}

// The words that stand for what the input has under the same name.
var inputWords = []string{"agent", "data", "actor", "tool", "check", "context"}

const (
	maxConditionChars = 16 << 10
	maxConditionDepth = 200
)

// rewrite reads each condition by itself, and compiles them all to find what is in none of them. The place of a problem is the
// row and the column in the condition whose index is its file.
func rewrite(req *request) (any, error) {
	var found problems
	out := struct {
		Conditions []rewrittenCondition `json:"conditions"`
	}{[]rewrittenCondition{}}
	mod := &ast.Module{Package: &ast.Package{Path: ast.Ref{ast.DefaultRootDocument, ast.StringTerm("conditions")}}}
	mod.SetRegoVersion(ast.RegoV1)
	bodies := map[string]ast.Body{}
	for i, text := range req.Conditions {
		file := strconv.Itoa(i)
		body, err := parseCondition(file, text)
		if err != nil {
			found = append(found, inConditions(err, file)...)
			continue
		}
		bodies[file] = body
		name := ast.Var("condition_" + file)
		head := &ast.Head{Name: name, Reference: ast.Ref{ast.NewTerm(name)}, Value: ast.BooleanTerm(true), Location: body.Loc()}
		mod.Rules = append(mod.Rules, &ast.Rule{Head: head, Body: body.Copy(), Module: mod, Location: body.Loc()})
	}
	if len(found) == 0 {
		c := newCompiler(compiling{})
		if c.Compile(map[string]*ast.Module{"conditions": mod}); c.Failed() {
			found = inConditions(atNames(c.Errors, bodies), "")
		} else {
			found = undeclared(c.Modules["conditions"])
		}
	}
	for i := 0; i < len(req.Conditions) && len(found) == 0; i++ {
		file := strconv.Itoa(i)
		read, err := readCondition(bodies[file])
		if err != nil {
			found = append(found, inConditions(err, file)...)
		}
		out.Conditions = append(out.Conditions, read)
	}
	if len(found) == 0 {
		found = unreadable(out.Conditions)
	}
	if len(found) > 0 {
		return nil, found
	}
	return out, nil
}

func parseCondition(file, text string) (ast.Body, error) {
	if len(text) > maxConditionChars {
		return nil, wrongAt(nil, "the condition has %d bytes; at most %d are read", len(text), maxConditionChars)
	}
	stmts, _, errs := ast.NewParser().
		WithFilename(file).
		WithReader(strings.NewReader(text)).
		WithCapabilities(capabilities()).
		WithSkipRules(true).
		WithRegoVersion(ast.RegoV1).
		WithMaxRecursionDepth(maxConditionDepth).
		Parse()
	if len(errs) > 0 {
		return nil, errs
	}
	body := ast.Body{}
	for _, stmt := range stmts {
		switch stmt := stmt.(type) {
		case ast.Body:
			for _, expr := range stmt {
				body.Append(expr)
			}
		case *ast.Comment:
		default:
			return nil, wrongAt(stmt.Loc(), "a condition consists of expressions; a package, an import or a rule has no place in it")
		}
	}
	if len(body) == 0 {
		return nil, wrongAt(nil, "the condition is empty")
	}
	if err := refuse(body); err != nil {
		return nil, err
	}
	return toInput(body)
}

// refuse returns what an expression may not do in a condition, although it may in a policy.
func refuse(body ast.Body) error {
	var found problems
	add := func(loc *ast.Location, format string, args ...any) {
		found = append(found, wrongAt(loc, format, args...)...)
	}
	declares := func(term *ast.Term) {
		ast.WalkTerms(term, func(t *ast.Term) bool {
			v, ok := t.Value.(ast.Var)
			if ok && (slices.Contains(inputWords, string(v)) || v == "input") {
				add(t.Location, "%q is a name of the input and cannot be another one's", string(v))
			}
			return false
		})
	}
	ast.WalkExprs(body, func(x *ast.Expr) bool {
		if len(x.With) > 0 {
			add(x.With[0].Location, "\"with\" has no place in a condition: it is asked about the input as it is")
		}
		switch terms := x.Terms.(type) {
		case *ast.SomeDecl:
			for _, symbol := range terms.Symbols {
				call, ok := symbol.Value.(ast.Call)
				if !ok {
					declares(symbol)
					continue
				}
				for _, declared := range call[1 : len(call)-1] {
					declares(declared)
				}
			}
		case *ast.Every:
			if terms.Key != nil {
				declares(terms.Key)
			}
			declares(terms.Value)
		case []*ast.Term:
			if x.IsAssignment() && len(terms) > 1 {
				declares(terms[1])
			}
			if ast.Print.Ref().Equal(x.Operator()) {
				add(x.Location, "print has no place in a condition: nobody reads what it says")
			}
		}
		return false
	})
	if len(found) > 0 {
		return found
	}
	return nil
}

// toInput reads the words as parts of the input, wherever they stand.
func toInput(body ast.Body) (ast.Body, error) {
	named := func(word ast.Var, loc *ast.Location) ast.Ref {
		return ast.Ref{ast.InputRootDocument.Copy().SetLocation(loc), ast.StringTerm(string(word)).SetLocation(loc)}
	}
	var transformer *ast.GenericTransformer
	transformer = ast.NewGenericTransformer(func(x any) (any, error) {
		switch x := x.(type) {
		case *ast.SomeDecl:
			// OPA does not look into what is looked through.
			for _, symbol := range x.Symbols {
				call, ok := symbol.Value.(ast.Call)
				if !ok {
					continue
				}
				domain := call[len(call)-1]
				value, err := ast.Transform(transformer, domain.Value)
				if err != nil {
					return nil, err
				}
				if domain.Value, ok = value.(ast.Value); !ok {
					return nil, errors.New("the condition cannot be rewritten")
				}
			}
		case ast.Ref:
			if word, ok := x[0].Value.(ast.Var); ok && slices.Contains(inputWords, string(word)) {
				return append(named(word, x[0].Location), x[1:]...), nil
			}
		case ast.Var:
			if slices.Contains(inputWords, string(x)) {
				return named(x, nil), nil
			}
		}
		return x, nil
	})
	rewritten, err := ast.Transform(transformer, body)
	if err != nil {
		return nil, err
	}
	out, ok := rewritten.(ast.Body)
	if !ok {
		return nil, errors.New("the condition cannot be rewritten")
	}
	return out, nil
}

var unsafeName = regexp.MustCompile(`^var (\S+) is unsafe`)

// What OPA says of the module around a condition, which nobody has written.
var asides = regexp.MustCompile(` \(hint: .*\)$| in rule condition_[0-9]+$`)

// atNames are these errors at the very name that is not known, where OPA has the place of the expression around it.
func atNames(errs ast.Errors, bodies map[string]ast.Body) problems {
	found := flatten(errs, nil)
	for i, p := range found {
		m := unsafeName.FindStringSubmatch(p.Message)
		if m == nil {
			continue
		}
		placed := false
		ast.WalkTerms(bodies[p.File], func(t *ast.Term) bool {
			if !placed && t.Value.Compare(ast.Var(m[1])) == 0 && t.Location != nil && byPlace(at(problem{}, t.Location), p) >= 0 {
				found[i], placed = at(p, t.Location), true
			}
			return false
		})
	}
	return found
}

// undeclared are the variables that nothing has introduced: in the policy that a condition becomes, a rule may have their name.
func undeclared(mod *ast.Module) problems {
	var found problems
	for _, rule := range mod.Rules {
		vis := ast.NewVarVisitor().WithParams(ast.VarVisitorParams{SkipRefCallHead: true})
		vis.Walk(rule.Body)
		vars, first := vis.Vars(), map[ast.Var]problem{}
		ast.WalkTerms(rule.Body, func(t *ast.Term) bool {
			v, ok := t.Value.(ast.Var)
			if !ok || !vars.Contains(v) || v.IsGenerated() || v.IsWildcard() || ast.InputRootDocument.Equal(t) || t.Location == nil {
				return false
			}
			p := wrongAt(t.Location, "the variable %q is not declared; write \"%s := …\" or \"some %s in …\"", string(v), string(v), string(v))[0]
			if before, seen := first[v]; !seen || byPlace(p, before) < 0 {
				first[v] = p
			}
			return false
		})
		own := make(problems, 0, len(first))
		for _, p := range first {
			own = append(own, p)
		}
		slices.SortFunc(own, byPlace)
		found = append(found, own...)
	}
	return found
}

func wrongAt(loc *ast.Location, format string, args ...any) problems {
	return problems{at(problem{Code: "ERR_CONDITION", Message: fmt.Sprintf(format, args...)}, loc)}
}

// inConditions are these problems with the way out that a condition has.
func inConditions(err error, file string) problems {
	found := flatten(err, nil)
	for i := range found {
		p := &found[i]
		if p.File == "" {
			p.File = file
		}
		p.Message = asides.ReplaceAllString(p.Message, "")
		if m := undefined.FindStringSubmatch(p.Message); m != nil {
			p.Hint = "a condition can call OPA's builtins and nothing else"
			if _, known := refused[m[1]]; known {
				p.Hint = fmt.Sprintf("%q is refused here: a condition sees the input and nothing else", m[1])
			}
		}
		if m := unsafeVar.FindStringSubmatch(p.Message); m != nil && m[1] == "_" {
			p.Hint = "behind \"not\" there is no \"_\"; write every x in … { … }"
		} else if m != nil {
			p.Message = fmt.Sprintf("%q is not known here", m[1])
			p.Hint = "a condition speaks of " + strings.Join(inputWords, ", ") + " and input; is a text without its quotes?"
		}
	}
	return found
}
