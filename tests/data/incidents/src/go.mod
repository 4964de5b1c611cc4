module depot.example/depot

go 1.19
