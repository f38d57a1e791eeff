// Mode: unless-clean.

// Package nestedsettings uses settings that another package reads.
package nestedsettings

import (
	"credential/nestedsettings/conf"

	customerio "github.com/customerio/go-customerio/v3"
)

func track(m conf.Messaging) *customerio.CustomerIO {
	return customerio.NewTrackClient(m.Site, m.Key)
}

func hardcoded() error {
	cfg, err := conf.Load()
	if err != nil {
		return err
	}
	track(cfg.Messaging)                               // want `hardcoded site ID` `hardcoded track API key`
	customerio.NewAPIClient(cfg.Messaging.Mail.APIKey) // want `hardcoded App API key`
	return nil
}

func fromTheEnvironment() {
	cfg := conf.Read()
	track(cfg.Messaging)
	customerio.NewAPIClient(cfg.Messaging.Mail.APIKey)
}
