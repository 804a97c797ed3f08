package org.onewindow.documents.press;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;
import org.w3c.dom.Element;

/** Draws {@code <object type="onewindow/qr" data-text="…"/>} as one filled path: sharp at any size, and a few kilobytes. */
final class QrDrawer implements FSObjectDrawer, FSObjectDrawerFactory {

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            0,
            EncodeHintType.CHARACTER_SET,
            "UTF-8");

    @Override
    public boolean isReplacedObject(Element element) {
        return "object".equals(element.getNodeName()) && "onewindow/qr".equals(element.getAttribute("type"));
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        Path2D modules = path(element.getAttribute("data-text"), Math.min(width, height) / dotsPerPixel);
        device.drawWithGraphics(
                (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                    graphics.setColor(Color.BLACK);
                    graphics.fill(modules);
                });
        return null;
    }

    private static Path2D path(String text, double size) {
        try {
            BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            Path2D path = new Path2D.Double();
            double module = size / bits.getWidth();
            for (int row = 0; row < bits.getHeight(); row++) {
                for (int start = 0; start < bits.getWidth(); start++) {
                    int end = start;
                    while (end < bits.getWidth() && bits.get(end, row)) {
                        end++;
                    }
                    if (end > start) {
                        path.moveTo(start * module, row * module);
                        path.lineTo(end * module, row * module);
                        path.lineTo(end * module, (row + 1) * module);
                        path.lineTo(start * module, (row + 1) * module);
                        path.closePath();
                        start = end;
                    }
                }
            }
            return path;
        } catch (WriterException e) {
            throw Bug.found("an address that no QR code holds, of " + text.length() + " characters", e);
        }
    }
}
