/// Name and version of this program, as its outputs carry them.
public enum Version {
    public static let number = "0.1.0"
    public static let generator = "fangan " + number
}
