internal import CXlsxWriter

extension Style {
    /// Writes the style into a format of libxlsxwriter.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        unsafe applyFont(to: format)
        if let fill {
            unsafe format_set_pattern(format, UInt8(truncatingIfNeeded: LXW_PATTERN_SOLID.rawValue))
            unsafe format_set_bg_color(format, fill.rgb)
            unsafe format_set_fg_color(format, fill.rgb)
        }
        if let numberFormat { unsafe format_set_num_format(format, numberFormat) }
        if let across { unsafe format_set_align(format, across.rawValue) }
        if let upright { unsafe format_set_align(format, upright.rawValue) }
        if wraps { unsafe format_set_text_wrap(format) }
        if shrinks { unsafe format_set_shrink(format) }
        if indent > 0 { unsafe format_set_indent(format, indent) }
        unsafe applyBorder(to: format)
    }

    private func applyFont(to format: UnsafeMutablePointer<lxw_format>) {
        if let font { unsafe format_set_font_name(format, font) }
        if let size { unsafe format_set_font_size(format, size) }
        if isBold { unsafe format_set_bold(format) }
        if isItalic { unsafe format_set_italic(format) }
        if isUnderlined {
            unsafe format_set_underline(format, UInt8(truncatingIfNeeded: LXW_UNDERLINE_SINGLE.rawValue))
        }
        if let color { unsafe format_set_font_color(format, color.rgb) }
    }

    private func applyBorder(to format: UnsafeMutablePointer<lxw_format>) {
        if border != .none { unsafe format_set_border(format, border.rawValue) }
        if let top { unsafe format_set_top(format, top.rawValue) }
        if let bottom { unsafe format_set_bottom(format, bottom.rawValue) }
        if let lineColor { unsafe format_set_border_color(format, lineColor.rgb) }
    }
}
