package main

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// A surface is what the compiler knows of an entrypoint before any evaluation.
type surface struct {
	Kind     string   `json:"kind"` // package, rule, function, missing
	Allows   bool     `json:"allows"`
	DenySets []string `json:"denySets"`
}

// pathRef turns visor/check/execute into data.visor.check.execute. Segments come from users: they are only ever strings.
func pathRef(path string) ast.Ref {
	ref := ast.Ref{ast.DefaultRootDocument}
	for segment := range strings.SplitSeq(path, "/") {
		ref = append(ref, ast.StringTerm(segment))
	}
	return ref
}

func surfaceOf(c *ast.Compiler, ref ast.Ref) surface {
	s := surface{Kind: "missing", DenySets: []string{}}
	node := c.RuleTree
	for _, term := range ref {
		// A rule above the path has a dynamic head that may reach into it, as `check[x].allowed := …` in package visor.
		s.Allows = s.Allows || len(node.Values) > 0
		if node = node.Child(term.Value); node == nil {
			return surface{Kind: "missing", DenySets: []string{}}
		}
	}
	switch {
	case len(node.Values) > 0 && node.Values[0].Head.Args != nil:
		s.Kind = "function"
	case len(node.Values) > 0:
		s.Kind = "rule"
		// As `execute[x] := …`: the key may be "allowed".
		s.Allows = s.Allows || node.Values[0].Head.Ref().IsGround() == false
	case hasRules(node):
		s.Kind = "package"
		s.Allows = s.Allows || hasRules(node.Child(ast.String("allowed"))) || hasRules(node.Child(ast.String("allow")))
		for _, name := range []string{"deny", "violation", "violations"} {
			if collects(c, ref, node.Child(ast.String(name)), name) {
				s.DenySets = append(s.DenySets, name)
			}
		}
	default:
		s.Kind = "package" // a package without a rule still answers {}
	}
	return s
}

func hasRules(n *ast.TreeNode) bool {
	if n == nil {
		return false
	}
	if len(n.Values) > 0 {
		return true
	}
	for _, child := range n.Children {
		if hasRules(child) {
			return true
		}
	}
	return false
}

// collects is true where every value of the rule is a set, an array or an object.
func collects(c *ast.Compiler, pkg ast.Ref, n *ast.TreeNode, name string) bool {
	if n == nil || (len(n.Values) == 0 && !hasRules(n)) {
		return false
	}
	if len(n.Values) == 0 {
		return true // deny.a := …, deny.b := …
	}
	if n.Values[0].Head.Args != nil {
		return false
	}
	return isCollection(c.TypeEnv.GetByRef(pkg.Append(ast.StringTerm(name))))
}

func isCollection(t types.Type) bool {
	switch t := t.(type) {
	case *types.Set, *types.Array, *types.Object:
		return true
	case types.Any:
		for _, member := range t {
			if !isCollection(member) {
				return false
			}
		}
		return len(t) > 0
	}
	return false
}
