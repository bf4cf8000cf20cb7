/// From where a document speaks: what 市, 区, 本级 and a name without any level mean in it.
public struct Jurisdiction: Sendable, Hashable {
    /// A bureau whose internal plan this is, so that 法规处 is one of its divisions.
    public struct Bureau: Sendable, Hashable {
        /// 陕西省市场监督管理局
        public var name: String
        /// Identifiers of its fields, `+` between two.
        public var function: String?
        public init(name: String, function: String?) {
            self.name = name
            self.function = function
        }
    }

    /// County, city or province that issued the document; for a township the county above it.
    public var region: Region?
    /// Official name of the issuing township: 洗新乡.
    public var township: String?
    /// The issuing development zone, as printed: 本溪高新区.
    public var zone: String?
    public var bureau: Bureau?
    /// A region's name that stands for none, or that several regions bear: `XX区`.
    public var placeholder: String?
    public var level: AdministrativeLevel?
    /// The region's name where the document uses one of former days: 莱芜市 (now 济南市莱芜区).
    public var formerName: String?
    /// What the title names, where it gives no subject: 农村厕所革命提质增效三年行动.
    var topic: String?
    /// Fuller names met elsewhere in the document; a short form that fits exactly one of them takes it.
    public var knownNames: [String]
    /// Offices of ad-hoc bodies that the document prints in full behind its region's name: 进一步优化营商环境办公室; a short form that
    /// fits exactly one of them means it.
    public var offices: [String] = []
    /// Bodies that the document founds or gives a short name, as printed: 市爱国卫生工作领导小组. The only one of its kind is meant by 领导小组 and
    /// 领导小组办公室 alone.
    public var bodies: [String] = []
    /// 办公室 alone is a division of whoever issued the plan, not the office of a body that it founds.
    public var hasOwnOffice = false
    /// The bureau's divisions that the document prints in short and in full.
    var divisions = DivisionNames()
    /// What the plan is about, for 创建工作办公室 and 领导小组办公室: 创建全国民族团结进步示范市.
    public var subject: String?
    /// Date of the document, `yyyy-mm-dd`.
    public var isoDate: String?

    public init(
        region: Region? = nil, township: String? = nil, zone: String? = nil, bureau: Bureau? = nil, placeholder: String? = nil,
        level: AdministrativeLevel? = nil, knownNames: [String] = [], subject: String? = nil, isoDate: String? = nil
    ) {
        self.region = region
        self.township = township
        self.zone = zone
        self.bureau = bureau
        self.placeholder = placeholder
        self.level = level ?? (township != nil ? .township : placeholder != nil ? .county : region?.level)
        self.knownNames = knownNames
        self.subject = subject
        self.isoDate = isoDate
    }
}
