package main

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// policyKeys says which of input.check.policy.require and .deny the policies may read.
type policyKeys struct {
	Require bool `json:"require"`
	Deny    bool `json:"deny"`
}

// readsOf walks the compiled modules, where imports and local names are resolved already.
func readsOf(modules map[string]*ast.Module) ([]string, policyKeys) {
	used := map[string]bool{}
	var keys policyKeys
	for _, mod := range modules {
		ast.NewGenericVisitor(func(x any) bool {
			switch x := x.(type) {
			case *ast.Expr:
				if x.IsCall() {
					use(used, x.Operator().String())
				}
			case ast.Call:
				use(used, x[0].String())
			case *ast.With:
				// The target of `with` is written, not read; its value is an expression like any other.
				use(used, x.Target.String())
				keys.refs(x.Value)
				return true
			case ast.Ref:
				keys.see(x)
			}
			return false
		}).Walk(mod)
	}
	names := make([]string, 0, len(used))
	for name := range used {
		names = append(names, name)
	}
	slices.Sort(names)
	return names, keys
}

func use(used map[string]bool, name string) {
	if ast.BuiltinMap[name] != nil {
		used[name] = true
	}
}

func (k *policyKeys) refs(x any) {
	ast.WalkRefs(x, func(r ast.Ref) bool {
		k.see(r)
		return false
	})
}

// see counts a reference that stops short of the key, or goes on by a variable, as one that may read it.
func (k *policyKeys) see(ref ast.Ref) {
	if len(ref) == 0 || !ref[0].Equal(ast.InputRootDocument) {
		return
	}
	for i, name := range []ast.Value{ast.String("check"), ast.String("policy")} {
		if len(ref) <= i+1 {
			break
		}
		if next := ref[i+1].Value; next.Compare(name) != 0 && isString(next) {
			return
		}
	}
	key := ""
	if len(ref) > 3 && isString(ref[3].Value) {
		key = string(ref[3].Value.(ast.String))
	}
	k.Require = k.Require || key == "" || key == "require"
	k.Deny = k.Deny || key == "" || key == "deny"
}

func isString(v ast.Value) bool {
	_, ok := v.(ast.String)
	return ok
}

// hostOnly returns those builtins that compiled WebAssembly calls the host for.
func hostOnly(names []string) []string {
	out := []string{}
	for _, name := range names {
		if !nativeWasm[name] && !plannerOnly[name] {
			out = append(out, name)
		}
	}
	return out
}

// plannerOnly are builtins that never reach the host, because the compiler rewrites them away.
var plannerOnly = map[string]bool{"eq": true, "assign": true, "print": true, "internal.print": true, "rego.metadata.chain": true, "rego.metadata.rule": true}
