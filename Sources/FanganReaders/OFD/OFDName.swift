/// The elements and attributes of OFD (GB/T 33190) that say what stands where.
enum OFDName: String, MarkupName {
    // Container and document
    case docRoot = "ofd:DocRoot", encryptions = "ofd:Encryptions"
    case commonData = "ofd:CommonData", templatePage = "ofd:TemplatePage", pages = "ofd:Pages", page = "ofd:Page", physicalBox = "ofd:PhysicalBox"
    case id = "ID", location = "BaseLoc"
    case publicResources = "ofd:PublicRes", documentResources = "ofd:DocumentRes", pageResources = "ofd:PageRes"
    case annotations = "ofd:Annotations", fileLocation = "ofd:FileLoc", pageID = "PageID"
    // Page
    case template = "ofd:Template", templateID = "TemplateID"
    case textObject = "ofd:TextObject", textCode = "ofd:TextCode", glyphMap = "ofd:CGTransform"
    case pathObject = "ofd:PathObject", pathData = "ofd:AbbreviatedData", clips = "ofd:Clips", imageObject = "ofd:ImageObject"
    case compositeObject = "ofd:CompositeObject", compositeUnit = "ofd:CompositeGraphicUnit", resourceID = "ResourceID"
    case boundary = "Boundary", matrix = "CTM", size = "Size", scale = "HScale", direction = "CharDirection", readDirection = "ReadDirection", visible = "Visible"
    case x = "X", y = "Y", deltaX = "DeltaX", deltaY = "DeltaY", stroke = "Stroke", fill = "Fill"
    case unknown = "-"

    static let namespaces = "ofd=http://www.ofdspec.org/2016 ofd=http://www.ofdspec.org/2012 ofd=http://www.ofdspec.org"
}

extension MarkupAttributes<OFDName> {
    /// A switch that is as `standard` where it does not stand.
    func isOn(_ name: OFDName, else standard: Bool) -> Bool { string(name).map { $0 == "true" || $0 == "1" } ?? standard }
}
