print("fangan")
