#include "examples/native/pictures.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace ventanilla::native {
namespace {

constexpr int kFineness = 2;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Drawing = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

struct Freed {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};

// Cairo keeps premultiplied 0xAARRGGBB in a number; the canvas wants bytes in the order R, G, B, A.
std::vector<unsigned char> rgba_of(cairo_surface_t* surface, int width, int height) {
    const unsigned char* from = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    std::vector<unsigned char> rgba;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, from + y * stride + 4 * x, 4);
            const std::uint32_t alpha = pixel >> 24U;
            for (const unsigned shift : {16U, 8U, 0U}) {
                const std::uint32_t part = pixel >> shift & 255U;
                rgba.push_back(static_cast<unsigned char>(alpha == 0 ? 0 : part * 255 / alpha));
            }
            rgba.push_back(static_cast<unsigned char>(alpha));
        }
    }
    return rgba;
}

}  // namespace

std::optional<canvas::Pixels> rasterise(const std::string& svg) {
    const std::unique_ptr<RsvgHandle, Freed> picture(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    double width = 0;
    double height = 0;
    if (!picture || !rsvg_handle_get_intrinsic_size_in_pixels(picture.get(), &width, &height)) {
        return std::nullopt;
    }
    const int columns = static_cast<int>(width) * kFineness;
    const int rows = static_cast<int>(height) * kFineness;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows),
                          cairo_surface_destroy);
    const Drawing drawing(cairo_create(surface.get()), cairo_destroy);
    const RsvgRectangle all = {0, 0, static_cast<double>(columns), static_cast<double>(rows)};
    if (!rsvg_handle_render_document(picture.get(), drawing.get(), &all, nullptr)) {
        return std::nullopt;
    }
    cairo_surface_flush(surface.get());
    return canvas::Pixels{columns,
                          rows,
                          rgba_of(surface.get(), columns, rows),
                          {static_cast<float>(width), static_cast<float>(height)}};
}

bool write_png(const std::string& file, int width, int height, std::vector<unsigned char>& rgba) {
    const auto row = static_cast<std::size_t>(width) * 4;
    std::vector<unsigned char> bgra(rgba.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        const unsigned char* from = rgba.data() + (static_cast<std::size_t>(height) - 1 - y) * row;
        for (std::size_t x = 0; x < row; x += 4) {
            unsigned char* to = bgra.data() + y * row + x;
            to[0] = from[x + 2];
            to[1] = from[x + 1];
            to[2] = from[x];
            to[3] = 255;
        }
    }
    const Surface surface(cairo_image_surface_create_for_data(bgra.data(), CAIRO_FORMAT_RGB24,
                                                              width, height, static_cast<int>(row)),
                          cairo_surface_destroy);
    return cairo_surface_write_to_png(surface.get(), file.c_str()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace ventanilla::native
