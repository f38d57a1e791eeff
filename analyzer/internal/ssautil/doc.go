// Package ssautil holds stateless helpers over types and SSA form, which all
// rooms of the analyzer share: what control flow allows, what is computed from
// what, which functions a function uses, and what kind of thing a type is.
package ssautil
