// Mode: always.

// Package defaults has keys in what a setting is if nobody sets it.
package defaults

import (
	"os"

	"credential/defaults/conf"

	"github.com/caarlos0/env/v11"
	customerio "github.com/customerio/go-customerio/v3"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

func ofTags() (*customerio.CustomerIO, *customerio.APIClient, error) {
	c, err := conf.Load()
	if err != nil {
		return nil, nil, err
	}
	return customerio.NewTrackClient(c.CIO.Site, c.CIO.Key), // want `hardcoded site ID "0a1b…" \(20 characters\), from the default of Site, in customerio.NewTrackClient`
		customerio.NewAPIClient(c.Inner), nil // want `hardcoded App API key "0011…" \(32 characters\), from the default of Inner`
}

func ofParsed() (*customerio.APIClient, error) {
	c, err := env.ParseAs[conf.Config]()
	return customerio.NewAPIClient(c.Inner), err // want `hardcoded App API key "0011…"`
}

func ofOtherFields() []*customerio.APIClient {
	c, err := conf.Load()
	if err != nil {
		return nil
	}
	println(c.Region, c.Commit)
	return []*customerio.APIClient{customerio.NewAPIClient(c.CIO.Key), customerio.NewAPIClient(c.Empty), customerio.NewAPIClient(c.Stub)}
}

func ofStore() *customerio.CustomerIO {
	v := viper.New()
	v.SetDefault("cio.key", "21aa22bb33cc44dd55ee") // want `hardcoded track API key "21aa…" \(20 characters\), from what is set for "cio.key", in customerio.NewTrackClient`
	v.SetDefault("cio.region", "eu")
	v.SetDefault("cio.release", "31aa22bb33cc44dd55ee")
	return customerio.NewTrackClient(v.GetString("cio.site"), v.GetString("CIO.Key"))
}

func ofGlobalStore() *customerio.APIClient {
	viper.SetDefault("app", "20112233445566778899aabbccddee07") // want `hardcoded App API key "2011…"`
	viper.SetDefault("timeout", "10s")
	return customerio.NewAPIClient(viper.GetString("app"))
}

func ofOtherSettings() *customerio.APIClient {
	v := viper.New()
	v.SetDefault("region", "eu")
	v.SetDefault("timeout", "10s")
	v.SetDefault("base", "https://api-eu.customer.io")
	return customerio.NewAPIClient(v.GetString("key"))
}

func ofEnvironment() *customerio.APIClient {
	if os.Getenv("APP_KEY") == "" {
		os.Setenv("APP_KEY", "30112233445566778899aabbccddee07") // want `hardcoded App API key "3011…"`
	}
	return customerio.NewAPIClient(os.Getenv("APP_KEY"))
}

func ofOtherVariables() *customerio.APIClient {
	os.Setenv("BUILD", "40112233445566778899aabbccddee07")
	return customerio.NewAPIClient(os.Getenv("OTHER_KEY"))
}

var (
	long  = pflag.String("key", "50112233445566778899aabbccddee07", "the key")       // want `hardcoded App API key "5011…"`
	short = pflag.StringP("key", "k", "60112233445566778899aabbccddee07", "the key") // want `hardcoded App API key "6011…"`
	none  = pflag.StringP("key", "k", "", "like 70112233445566778899aabbccddee07")
)

func ofFlags() []*customerio.APIClient {
	var key string
	pflag.StringVarP(&key, "key", "k", "80112233445566778899aabbccddee07", "the key") // want `hardcoded App API key "8011…"`
	return []*customerio.APIClient{
		customerio.NewAPIClient(*long), customerio.NewAPIClient(*short), customerio.NewAPIClient(*none), customerio.NewAPIClient(key),
	}
}
