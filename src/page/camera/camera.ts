/** From where a reader looks: what part of the picture stands where on the screen. */

export interface Camera {
  /** Pixels of the screen at which the picture's left upper corner stands. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen for one of the picture. */
  readonly zoom: number;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How near one can come; how far is a matter of the picture. */
export const nearest = 4;
const margin = 32;

/** The part of the picture that an area of the screen shows. */
export function seen({ x, y, zoom }: Camera, { left, top, width, height }: Area): Area {
  return { left: (left - x) / zoom, top: (top - y) / zoom, width: width / zoom, height: height / zoom };
}

/** Nearer or farther, while a point of the screen stays where it is. */
export function zoomedAt(camera: Camera, x: number, y: number, wanted: number, farthest: number): Camera {
  const zoom = Math.min(nearest, Math.max(farthest, wanted));
  const by = zoom / camera.zoom;
  return { zoom, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by };
}

/** All of a part of the picture in the middle of an area; no nearer than `most`. */
export function fitted(part: Area, area: Area, most = 1): Camera {
  const zoom = Math.min(
    most,
    Math.max(1, area.width - 2 * margin) / Math.max(1, part.width),
    Math.max(1, area.height - 2 * margin) / Math.max(1, part.height),
  );
  return centred(part.left + part.width / 2, part.top + part.height / 2, area, zoom);
}

/** A point of the picture in the middle of an area. */
export function centred(x: number, y: number, area: Area, zoom: number): Camera {
  return { zoom, x: area.left + area.width / 2 - x * zoom, y: area.top + area.height / 2 - y * zoom };
}

/** Moved as little as is needed to have a part within an area; its left upper corner counts most. */
export function broughtIn(camera: Camera, part: Area, area: Area): Camera {
  const { zoom } = camera;
  const room = Math.min(margin, area.width / 8, area.height / 8);
  const move = (at: number, size: number, start: number, length: number): number => {
    const [low, high] = [start + room, start + length - room];
    if (at < low || size > high - low) return low - at;
    return at + size > high ? high - at - size : 0;
  };
  const [left, top] = [camera.x + part.left * zoom, camera.y + part.top * zoom];
  const isIn = (at: number, size: number, start: number, length: number): boolean =>
    at >= start && at + size <= start + length;
  const stays =
    isIn(left, part.width * zoom, area.left, area.width) && isIn(top, part.height * zoom, area.top, area.height);
  if (stays) return camera;
  return {
    zoom,
    x: camera.x + move(left, part.width * zoom, area.left, area.width),
    y: camera.y + move(top, part.height * zoom, area.top, area.height),
  };
}

/** The picture is never lost from sight. */
export function kept(camera: Camera, whole: Area, area: Area): Camera {
  const least = Math.min(120, area.width / 3, area.height / 3);
  const clamp = (at: number, size: number, start: number, length: number): number =>
    Math.max(start + least - size, Math.min(start + length - least, at));
  return {
    zoom: camera.zoom,
    x: clamp(camera.x, whole.width * camera.zoom, area.left, area.width),
    y: clamp(camera.y, whole.height * camera.zoom, area.top, area.height),
  };
}
