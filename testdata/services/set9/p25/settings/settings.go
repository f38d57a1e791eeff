package settings

type Hooks struct {
	Path       string
	SigningKey string
}

type Settings struct {
	Listen string
	Hooks  Hooks
}

// Production is what the cluster runs with.
func Production() Settings {
	return Settings{
		Listen: ":8080",
		Hooks: Hooks{
			Path:       "POST /hooks/customerio",
			SigningKey: "7be2f14d0c9a8856e1b03f7724d19ac5",
		},
	}
}
