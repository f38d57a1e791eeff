// Command p48 imports readings.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set7/p48/meters"
	"services/set7/p48/rawcio"
)

func main() {
	api, err := rawcio.FromEnv()
	if err != nil {
		log.Fatal(err)
	}
	var rs []meters.Reading
	if err := json.NewDecoder(os.Stdin).Decode(&rs); err != nil {
		log.Fatal(err)
	}
	if err := meters.Import(context.Background(), api, rs...); err != nil {
		log.Fatal(err)
	}
}
