package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/runtime/pii"
)

func checkIdentifier(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	s := infoOf(inst)
	if r := roleOf(inst); r != customerio.Identifier && r != customerio.EventName {
		return nil
	}
	var out []analysis.Diagnostic
	for _, o := range inst.Content.Origins {
		if o.Outer || o.Class == pii.Keep || o.Marked && o.Class != pii.NeverSend || isDeviceID(s.Label, o.Name) || recordID.MatchString(o.Name) || isWallet(o.Name) {
			continue
		}
		f := analysis.Diagnostic{
			Message: fmt.Sprintf("%s value %s%s is used as %s of %s%s; use an opaque ID or an email", o.Class, o.Name, putIn(inst), s.Label, s.Name, wiredBy(inst)),
			Related: c.path(inst, &o, nil),
		}
		c.place(&f, inst, o.At)
		out = append(out, f)
	}
	for _, k := range inst.Content.Consts {
		for _, m := range shapesOf(k.Val) {
			if k.Outer || k.Derived {
				continue
			}
			f := analysis.Diagnostic{
				Message: fmt.Sprintf("sensitive value (%s)%s is used as %s of %s%s; use an opaque ID or an email", strings.ToLower(m.Kind.String()), putIn(inst), s.Label, s.Name, wiredBy(inst)),
				Related: c.path(inst, nil, nil),
			}
			c.place(&f, inst, 0)
			out = append(out, f)
		}
	}
	return out
}

// shapesOf finds what a constant identifier is by its shape: a number of the
// kinds that pii detects, or a phone number with its plus.
func shapesOf(s string) []pii.Match {
	if found := pii.Detect(s); len(found) > 0 || !strings.HasPrefix(s, "+") {
		return found
	}
	return pii.DetectKeyed("phone", s)
}

// isDeviceID: the push token of a device is what a device ID is. It is called
// just a token there, or a registration token.
func isDeviceID(label, name string) bool {
	_, category := pii.Categorize(name)
	return strings.HasPrefix(label, "device") && (category == pii.Device || bareToken.MatchString(name))
}

// isWallet: the address of a wallet or a contract on a chain is a public label,
// and nobody lives there.
func isWallet(name string) bool {
	if _, category := pii.Categorize(name); category != pii.PostalAddress && category != pii.Device {
		return false // the seed of a wallet, the phone of its owner
	}
	spaced := camelHump.ReplaceAllString(name, "$1$3 $2$4")
	words := wordsOf(spaced)
	return slices.ContainsFunc(words, func(w string) bool { return chains[w] })
}

var camelHump = regexp.MustCompile(`([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])`)

// chains holds the words for what has an address on a chain.
var chains = wordSet("wallet wallets ethereum ether eth evm ens erc20 bitcoin btc ltc litecoin doge dogecoin solana sol polygon matic tron trx ripple xrp cardano ada cosmos ton usdt usdc crypto onchain blockchain chain contract nft web3")

// recordID: the id of a row is opaque, whoever the row is of. That it is a patient is
// what an attribute must not say. The residents of a home or a town have rows, too.
var recordID = regexp.MustCompile(`(?i)(^|[-_ .]|[a-z])(patient|taxpayer|resident|policy[-_ ]?holder)s?[-_ ]?(id|uuid|guid|ref|key)s?$`)

var bareToken = regexp.MustCompile(`(?i)^(registration[-_ ]?)?token$`)
