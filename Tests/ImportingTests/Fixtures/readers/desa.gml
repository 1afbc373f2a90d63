<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ desa.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>-3.7568 114.6322</gml:lowerCorner><gml:upperCorner>-2.9 115.25</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                         
  <ogr:featureMember>
    <ogr:desa gml:id="desa.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>-2.9 115.25</gml:lowerCorner><gml:upperCorner>-2.9 115.25</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="desa.geom.0"><gml:pos>-2.9 115.25</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:kode>01</ogr:kode>
      <ogr:nama>Hiyung</ogr:nama>
      <ogr:kbli>0123</ogr:kbli>
      <ogr:harga>12,5</ogr:harga>
      <ogr:penduduk>1200</ogr:penduduk>
      <ogr:tanggal>2024-01-31</ogr:tanggal>
      <ogr:lintang>-2.9</ogr:lintang>
      <ogr:bujur>115.25</ogr:bujur>
    </ogr:desa>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:desa gml:id="desa.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>-3.4 114.84</gml:lowerCorner><gml:upperCorner>-3.4 114.84</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="desa.geom.1"><gml:pos>-3.4 114.84</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:kode>63.05.02.2005</ogr:kode>
      <ogr:nama>Kué Lupis</ogr:nama>
      <ogr:kbli>13121</ogr:kbli>
      <ogr:harga>100</ogr:harga>
      <ogr:tanggal>2024-02-01</ogr:tanggal>
      <ogr:lintang>-3.4</ogr:lintang>
      <ogr:bujur>114.84</ogr:bujur>
    </ogr:desa>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:desa gml:id="desa.2">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>-3.7568 114.6322</gml:lowerCorner><gml:upperCorner>-3.7568 114.6322</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="desa.geom.2"><gml:pos>-3.7568 114.6322</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:kode>6301012001</ogr:kode>
      <ogr:nama>Tabanio</ogr:nama>
      <ogr:kbli>10799</ogr:kbli>
      <ogr:harga>2500.75</ogr:harga>
      <ogr:penduduk>3</ogr:penduduk>
      <ogr:tanggal>2024-12-31</ogr:tanggal>
      <ogr:lintang>-3.7568</ogr:lintang>
      <ogr:bujur>114.6322</ogr:bujur>
    </ogr:desa>
  </ogr:featureMember>
</ogr:FeatureCollection>
