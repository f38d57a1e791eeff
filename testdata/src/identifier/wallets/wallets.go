// Mode: never.

// Package wallets identifies people by the addresses of their wallets: public
// labels, where nobody lives.
package wallets

import (
	"encoding/hex"

	customerio "github.com/customerio/go-customerio/v3"
)

// Address is an address on a chain.
type Address [20]byte

// Hex is its text.
func (a Address) Hex() string { return "0x" + hex.EncodeToString(a[:]) }

type holder struct {
	EthereumAddress, BTCAddress string
	Address                     Address
	HomeAddress                 string
}

type wallet struct{ Address string }

type place struct{ Address string }

func opaque(c *customerio.CustomerIO, h holder, w wallet, addr Address, wallet_address, solanaAddress string) {
	c.Identify(h.EthereumAddress, nil)
	c.Identify(h.BTCAddress, nil)
	c.Identify(h.Address.Hex(), nil)
	c.Identify(w.Address, nil)
	c.Identify(addr.Hex(), nil)
	c.Identify(wallet_address, nil)
	c.Identify(solanaAddress, nil)
	address := addr.Hex()
	c.Identify(address, nil)
}

func telling(c *customerio.CustomerIO, h holder, p place, address, walletPhone, wallet_seed string) {
	c.Identify(h.HomeAddress, nil) // want `hash value HomeAddress is used as customer ID`
	c.Identify(p.Address, nil)     // want `hash value Address is used as customer ID`
	c.Identify(address, nil)       // want `hash value address is used as customer ID`
	c.Identify(walletPhone, nil)   // want `hash value walletPhone is used as customer ID`
	c.Identify(wallet_seed, nil)   // want `never-send value wallet_seed is used as customer ID`
}
