internal import CXlsxWriter

/// A chart of cells, drawn by Excel itself, so that it follows the cells.
public struct Chart: Sendable {
    /// Its shape.
    public var kind: Kind
    /// What stands above it.
    public var title: String
    /// Its series.
    public var series: [Series]
    /// What stands at the values' axis.
    public var valueTitle = ""
    /// The number format of the values' axis and labels.
    public var numberFormat = "#,##0"
    /// Whether each value is written at its bar.
    public var showsValues = true
    /// Whether the series are named below; else not at all.
    public var showsLegend = false
    /// The font of all its words; `nil` is Calibri.
    public var font: String?
    /// Its width and height in pixels.
    public var width = 480, height = 288

    /// Makes a chart.
    public init(_ kind: Kind, title: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.series = series
    }

    /// The shapes.
    public enum Kind: Hashable, Sendable {
        /// Standing columns.
        case columns
        /// Lying bars, the first on top.
        case bars

        var code: UInt32 {
            switch self {
            case .columns: LXW_CHART_COLUMN.rawValue
            case .bars: LXW_CHART_BAR.rawValue
            }
        }
    }

    /// Values and what they are called, as ranges of cells that a formula would write.
    public struct Series: Sendable {
        /// What the series is called.
        public var name: String
        /// The cells with the words.
        public var categories: String
        /// The cells with the values.
        public var values: String
        /// Its colour.
        public var color: Color
        /// The colours of its single values, where they differ.
        public var pointColors: [Color]

        /// Makes a series.
        public init(name: String, categories: String, values: String, color: Color, pointColors: [Color] = []) {
            self.name = name
            self.categories = categories
            self.values = values
            self.color = color
            self.pointColors = pointColors
        }
    }
}

extension SheetWriter {
    /// Puts a chart with its top left corner on a cell.
    public func chart(_ chart: Chart, row: Int, column: Int) {
        guard let place = place(row, column) else { return }
        guard let raw = unsafe book.newChart(chart.kind) else { return book.note(.outOfMemory) }
        for series in chart.series { unsafe add(series, of: chart, to: raw) }
        unsafe dress(raw, chart)
        var options = unsafe lxw_chart_options()
        // libxlsxwriter's own size is 480 × 288 pixels.
        unsafe options.x_scale = Double(chart.width) / 480
        unsafe options.y_scale = Double(chart.height) / 288
        unsafe withCString(chart.title) { description in
            unsafe options.description = unsafe description
            book.check(unsafe worksheet_insert_chart_opt(sheet, place.row, place.column, raw, &options))
        }
    }

    private func add(_ series: Chart.Series, of chart: Chart, to raw: UnsafeMutablePointer<lxw_chart>) {
        guard let made = unsafe chart_add_series(raw, "=" + series.categories, "=" + series.values) else {
            return book.note(.parameter)
        }
        unsafe chart_series_set_name(made, series.name)
        var fill = lxw_chart_fill()
        fill.color = series.color.rgb
        unsafe chart_series_set_fill(made, &fill)
        if chart.showsValues {
            unsafe chart_series_set_labels(made)
            unsafe chart_series_set_labels_num_format(made, chart.numberFormat)
        }
        if !series.pointColors.isEmpty { unsafe colour(made, series.pointColors) }
    }

    private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>, _ colors: [Color]) {
        var fills = colors.map { color in
            var fill = lxw_chart_fill()
            fill.color = color.rgb
            return fill
        }
        unsafe fills.withUnsafeMutableBufferPointer { fills in
            var points = unsafe fills.indices.map { place in
                var point = unsafe lxw_chart_point()
                if let base = fills.baseAddress { unsafe point.fill = unsafe base + place }
                return unsafe point
            }
            unsafe points.withUnsafeMutableBufferPointer { points in
                var list = unsafe points.indices.map { place in unsafe points.baseAddress.map { unsafe $0 + place } }
                unsafe list.append(nil)
                book.check(unsafe chart_series_set_points(series, &list))
            }
        }
    }

    private func dress(_ raw: UnsafeMutablePointer<lxw_chart>, _ chart: Chart) {
        unsafe withCString(chart.font ?? "Calibri") { name in
            var font = unsafe lxw_chart_font()
            unsafe font.name = unsafe name
            unsafe font.size = 12
            unsafe font.bold = 1
            unsafe chart_title_set_name(raw, chart.title)
            unsafe chart_title_set_name_font(raw, &font)
            unsafe font.size = 9
            // Axis titles and legends are bold unless told otherwise.
            unsafe font.bold = UInt8(truncatingIfNeeded: LXW_EXPLICIT_FALSE.rawValue)
            if chart.showsLegend {
                unsafe chart_legend_set_position(raw, UInt8(truncatingIfNeeded: LXW_CHART_LEGEND_BOTTOM.rawValue))
                unsafe chart_legend_set_font(raw, &font)
            } else {
                unsafe chart_legend_set_position(raw, UInt8(truncatingIfNeeded: LXW_CHART_LEGEND_NONE.rawValue))
            }
            unsafe dressAxes(raw, chart, &font)
        }
    }

    private func dressAxes(
        _ raw: UnsafeMutablePointer<lxw_chart>, _ chart: Chart, _ font: inout lxw_chart_font
    ) {
        // The axes keep their names when the bars lie down: x is then the values'.
        let (categoryAxis, valueAxis) =
            chart.kind == .columns
            ? (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y) : (LXW_CHART_AXIS_TYPE_Y, LXW_CHART_AXIS_TYPE_X)
        if let categories = unsafe chart_axis_get(raw, categoryAxis) {
            unsafe chart_axis_set_num_font(categories, &font)
            if chart.kind != .columns { unsafe chart_axis_set_reverse(categories) }
            unsafe chart_axis_major_gridlines_set_visible(categories, 0)
            unsafe chart_axis_set_label_position(
                categories, UInt8(truncatingIfNeeded: LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        }
        guard let values = unsafe chart_axis_get(raw, valueAxis) else { return }
        unsafe chart_axis_set_num_font(values, &font)
        unsafe chart_axis_set_num_format(values, chart.numberFormat)
        guard chart.kind == .columns else {
            // Each bar says its value; a scale above them would only repeat it.
            unsafe chart_axis_major_gridlines_set_visible(values, 0)
            return unsafe chart_axis_off(values)
        }
        if !chart.valueTitle.isEmpty {
            unsafe chart_axis_set_name(values, chart.valueTitle)
            unsafe chart_axis_set_name_font(values, &font)
        }
        var line = lxw_chart_line()
        line.color = 0xD9D9D9
        unsafe chart_axis_major_gridlines_set_line(values, &line)
    }
}
