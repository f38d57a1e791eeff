// Package analyzer is ciolint as a go/analysis pass.
package analyzer

// Doc is the analyzer's help.
const Doc = `find personal data and credentials on their way to Customer.io

ciolint follows the payload of every Customer.io call back to where its keys
and values come from, through helpers, structs, closures and interfaces.`
